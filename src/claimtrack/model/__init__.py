"""What is recorded and what follows from it: pure, of the standard library alone."""
