"""What an over-wait earns. One file an act with `propose(hall, ticket, rung, now) -> commands`."""
