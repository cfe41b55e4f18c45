"""What can go wrong in the agent, told without knowing who listens (no HTTP, no database here).

AgentError
├── ReadError                a file could not be read as a resume
│   ├── UnsupportedFormat    not a format we read
│   ├── UnreadableFile       broken, or takes more memory, time or pages than allowed
│   ├── EncryptedFile        needs a password
│   └── ScannedFile          pictures of text, no text
├── ModelError               the language model did not do its part; `retryable` says whether later may help
│   ├── ModelUnavailable     not reached, overloaded, cut off (after the retries)
│   ├── ModelRefused         it declined to answer
│   ├── ModelRejected        the endpoint refuses us: key, credit, permission; trying again is pointless
│   └── ModelAnswerInvalid   no answer of the asked shape, after repair
├── ChangeError              a change cannot be applied
│   ├── StaleChange          its line is no longer what it was when proposed
│   └── BrokenInvariant      something true would be lost
├── ExportError              the written file does not read back as what was approved
└── InvalidAnswer            an answer does not fit its question; the question stays open

The docstring of each class is its default message, fit to be shown to the person.
"""


class AgentError(Exception):
    """The agent could not go on."""

    code = "AGENT_ERROR"
    retryable = False

    def __init__(self, message: str | None = None) -> None:
        super().__init__(message or type(self).__doc__)


class ReadError(AgentError):
    """The file could not be read as a resume."""

    code = "UNREADABLE_FILE"


class UnsupportedFormat(ReadError):
    """This is not a format we read. Send a PDF, DOCX, text, Markdown or JSON Resume file."""

    code = "UNSUPPORTED_FORMAT"


class UnreadableFile(ReadError):
    """The file is damaged or too complex to be read safely. Save it again from the program that made it."""


class EncryptedFile(ReadError):
    """The file is protected with a password. Save a copy without a password and upload that."""

    code = "ENCRYPTED_FILE"


class ScannedFile(ReadError):
    """The file holds pictures of text but no text. Upload the original document instead of a scan."""

    code = "SCANNED_FILE"


class ModelError(AgentError):
    """The language model did not do its part."""

    code = "MODEL_ERROR"


class ModelUnavailable(ModelError):
    """The language model could not be reached or is overloaded. Try again later."""

    code = "MODEL_UNAVAILABLE"
    retryable = True


class ModelRefused(ModelError):
    """The language model declined to answer."""

    code = "MODEL_REFUSED"


class ModelRejected(ModelError):
    """The language model's endpoint refused our access: check the key, the credit and the model's name."""

    code = "MODEL_REJECTED"


class ModelAnswerInvalid(ModelError):
    """The language model gave no usable answer, also after a repair."""

    code = "MODEL_ANSWER_INVALID"


class ChangeError(AgentError):
    """The change cannot be applied."""

    code = "CHANGE_ERROR"


class StaleChange(ChangeError):
    """The line is no longer what it was when this change was proposed."""

    code = "STALE_CHANGE"


class BrokenInvariant(ChangeError):
    """Something true would be lost from the resume, so this version was not made."""

    code = "BROKEN_INVARIANT"


class ExportError(AgentError):
    """The written file does not read back as what was approved, so it was not released."""

    code = "EXPORT_ERROR"


class InvalidAnswer(AgentError):
    """The answer does not fit the question, which stays open."""

    code = "INVALID_ANSWER"
