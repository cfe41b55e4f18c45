"""What a person could read about a job, from a URL: usable alone, `python -m scraper URL` prints JSON."""
