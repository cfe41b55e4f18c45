"""The drawing in the docs is the compiled graph's own."""

from __future__ import annotations

from pathlib import Path

from agent.tailor.graph import build_graph

ARCHITECTURE = Path(__file__).resolve().parents[3] / "docs" / "architecture.md"


def test_graph_in_the_docs_is_the_compiled_one() -> None:
    drawn = build_graph().get_graph().draw_mermaid(with_styles=False).strip()
    assert "listen" in drawn
    assert f"```mermaid\n{drawn}\n```" in ARCHITECTURE.read_text(), f"put this into docs/architecture.md:\n{drawn}"
