"""What customers see in their hands and under them: kiosk, ticket, evaluator, notices, phones."""
