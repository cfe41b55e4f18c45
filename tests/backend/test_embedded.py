"""The embedded PostgreSQL on a machine that never had one."""

from __future__ import annotations

import os
import pwd
import subprocess
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest

from backend.database import make_system_user


@pytest.mark.skipif(os.geteuid() != 0, reason="only root makes users")
def test_processes_that_start_at_once_on_a_new_machine_share_one_user() -> None:
    name = f"bespoke-{uuid4().hex[:8]}"
    try:
        with ThreadPoolExecutor(6) as starters:
            list(starters.map(make_system_user, [name] * 6))
        assert pwd.getpwnam(name).pw_shell == "/bin/bash"
    finally:
        subprocess.run(["userdel", name], check=False)
