"""The documents of the story: a resume as a PDF that a typesetter made, and postings as a careers site shows them."""

from __future__ import annotations

from functools import cache

import typst

RESUME = r"""
#set page(margin: 2cm)
#set text(font: "New Computer Modern", size: 10.5pt)
#text(size: 20pt, weight: "bold")[Mara Lindqvist]

mara.lindqvist\@example.org | +49 30 901820 | Berlin, Germany | github.com/mara-example

== Summary
Backend developer who has spent eight years on freight and dental software.

== Experience
*Backend Developer*, Larkspur Freight, Berlin #h(1fr) Apr 2021 -- Present
- Own four Python (FastAPI) services that quote truckloads, about 90,000 quotes on a busy day.
- Package services with Docker and deploy to K8s through GitLab pipelines.
- Modelled lanes and rates in Postgres; brought the slowest report from 48 seconds to under 2.
- Wrote the incident template that the team uses.

*Software Developer*, Heron Dental Systems, Dublin #h(1fr) Jun 2017 -- Mar 2021
- Built appointment reminders in Django; jobs went through Celery with RabbitMQ.
- Replaced a hand-rolled login with OAuth 2.0 against the clinics' accounts.

== Skills
Python, FastAPI, Django, Postgres, Docker, K8s, Linux

== Education
*B.Sc. Information Systems*, Otterbein University #h(1fr) 2013 -- 2017

== Languages
English (native), German (professional)
"""

POSTING = """<!doctype html><html lang="en"><head><title>Senior Backend Engineer - Ferrowave Logistics</title></head>
<body><header><nav><a href="/">Home</a> <a href="/jobs">All jobs</a></nav></header>
<main><h1>Senior Backend Engineer</h1>
<p>Ferrowave Logistics, Berlin (hybrid)</p>
<h2>What you will do</h2>
<ul><li>Design and run the services behind our pricing product</li><li>Take part in an on-call rotation</li></ul>
<h2>What we need from you</h2>
<ul><li>5+ years of professional backend development</li><li>Strong command of Python or Go</li>
<li>Hands-on experience with Kubernetes in production</li><li>Solid PostgreSQL skills</li>
<li>Experience with gRPC</li></ul>
<h2>Nice to have</h2><ul><li>Terraform</li><li>Experience with message queues such as Kafka or RabbitMQ</li></ul>
<h2>What we offer</h2><ul><li>28 days of paid leave</li><li>A learning budget</li></ul>
<p>Ferrowave is an equal opportunity employer.</p></main>
<footer>Privacy policy | Cookies</footer></body></html>"""

POSTING_TEXT = """Senior Backend Engineer
Ferrowave Logistics - Berlin

What we need from you
- 5+ years of professional backend development
- Strong command of Python or Go
- Hands-on experience with Kubernetes in production
- Solid PostgreSQL skills
- Experience with gRPC

Nice to have
- Terraform
"""

LOGIN = """<!doctype html><html><head><title>Sign in</title></head><body><h1>Sign in to continue</h1>
<form action="/login" method="post"><label>Email <input name="email"></label>
<label>Password <input type="password" name="password"></label><button>Sign in</button></form></body></html>"""


@cache
def resume_pdf() -> bytes:
    return bytes(typst.compile(RESUME.encode()))
