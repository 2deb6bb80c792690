"""Times promised ahead: slots of a business, booked, checked in at, missed."""
