"""What several figures count alike, so that no two of them can mean two things."""
