"""What happens at the door: customers sent another way, prepared, told what they lack, and met again."""
