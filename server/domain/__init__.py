"""The hall as a value. Pure: no I/O, no clock, no framework; time and identity come in as `Now`."""
