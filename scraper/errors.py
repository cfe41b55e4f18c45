"""What can go wrong while fetching a page, told without knowing who listens.

ScrapeError
├── InvalidUrl               not an address of a page
│   └── UnsupportedScheme    neither http nor https
├── BlockedAddress           leads into a private network, to another port, or carries credentials
├── RobotsDisallowed         the site asks programs not to read this page
├── Cancelled                the caller stopped the reading
├── FetchError               the page was not delivered
│   ├── ConnectionFailed     name not found, refused, broken off
│   ├── TlsFailed            the certificate does not prove the host
│   ├── FetchTimeout         not complete within the total deadline
│   ├── TooManyRedirects
│   ├── HttpError            answered with `status`
│   ├── PageTooLarge
│   └── UnsupportedContent   neither HTML nor JSON nor XML nor text, or compressed against our asking
└── BrowserUnavailable       a headless browser was set up but did not start

The docstring of each class is its default message, fit to be shown to the person. `retryable` says whether the same
request may do better later.
"""


class ScrapeError(Exception):
    """The page could not be read."""

    code = "SCRAPE_ERROR"
    retryable = False

    def __init__(self, message: str | None = None) -> None:
        super().__init__(message or type(self).__doc__)


class InvalidUrl(ScrapeError):
    """This is not the address of a web page."""

    code = "INVALID_URL"


class UnsupportedScheme(InvalidUrl):
    """Only addresses that start with http:// or https:// can be read."""

    code = "UNSUPPORTED_SCHEME"


class BlockedAddress(ScrapeError):
    """This address does not lead to a page on the public web."""

    code = "BLOCKED_ADDRESS"


class RobotsDisallowed(ScrapeError):
    """The site asks programs not to read this page."""

    code = "ROBOTS_DISALLOWED"


class Cancelled(ScrapeError):
    """Reading the page was stopped."""

    code = "CANCELLED"


class FetchError(ScrapeError):
    """The page was not delivered."""

    code = "FETCH_ERROR"


class ConnectionFailed(FetchError):
    """The site could not be reached."""

    code = "CONNECTION_FAILED"
    retryable = True


class TlsFailed(FetchError):
    """The site could not prove its identity (its certificate is not valid for this address)."""

    code = "TLS_FAILED"


class FetchTimeout(FetchError):
    """The site took too long to answer."""

    code = "FETCH_TIMEOUT"
    retryable = True


class TooManyRedirects(FetchError):
    """The address sends the reader on too many times."""

    code = "TOO_MANY_REDIRECTS"


class HttpError(FetchError):
    """The site answered with an error."""

    code = "HTTP_ERROR"

    def __init__(self, status: int, message: str | None = None) -> None:
        self.status = status
        self.retryable = status in {408, 425, 429} or status >= 500
        super().__init__(message or _explain(status))


class PageTooLarge(FetchError):
    """The page is too large to be a job posting."""

    code = "PAGE_TOO_LARGE"


class UnsupportedContent(FetchError):
    """The address does not lead to a web page (it may be a picture, a download or a video)."""

    code = "UNSUPPORTED_CONTENT"


class BrowserUnavailable(ScrapeError):
    """The browser for pages that need JavaScript could not be started."""

    code = "BROWSER_UNAVAILABLE"


def _explain(status: int) -> str:
    if status in {404, 410}:
        return f"The site says that this page does not exist any more (HTTP {status})."
    if status in {401, 403, 451}:
        return f"The site does not show this page to programs (HTTP {status})."
    if status == 429:
        return "The site is busy and asks to come back later (HTTP 429)."
    if status >= 500:
        return f"The site has trouble of its own at the moment (HTTP {status})."
    return f"The site answered with an error (HTTP {status})."
