"""The flowchart of a tailoring session, and nothing else.

    read resume -> clarify -> fetch posting -> understand -> match -> ask about gaps -> propose -> ground -> review -> fit -> finish

A posting that cannot be read becomes a question for its text. `listen` is where the ways meet: what the person said in
the chat, answers and refused changes all lead from there. Nodes that interrupt do only that, since all of a node runs
again when it goes on.
"""

from __future__ import annotations

from typing import Any

from langgraph.checkpoint.base import BaseCheckpointSaver
from langgraph.graph import END, START, StateGraph
from langgraph.graph.state import CompiledStateGraph

from agent.tailor import hub, nodes, reading, routes
from agent.tailor.bench import Bench
from agent.tailor.state import State

Graph = CompiledStateGraph[State, Bench, State, State]


NODES: dict[str, Any] = {
    "begin": nodes.begin,
    "read_resume": reading.read_resume,
    "ask_reading": nodes.interrupt_for_answer,
    "take_reading": reading.take_reading,
    "fetch_posting": nodes.fetch_posting,
    "ask_posting": nodes.interrupt_for_answer,
    "take_posting": nodes.take_posting,
    "understand": nodes.understand,
    "match": nodes.match_resume,
    "listen": hub.listen,
    "ask": nodes.interrupt_for_answer,
    "record": nodes.record,
    "propose": nodes.propose,
    "ground": nodes.ground,
    "review": nodes.interrupt_for_answer,
    "apply": nodes.apply_all,
    "fit": nodes.fit_pages,
    "letter": nodes.write_letter,
    "finish": nodes.finish,
}


def build_graph(saver: BaseCheckpointSaver[str] | None = None) -> Graph:
    graph = StateGraph(State, Bench)
    for name, node in NODES.items():
        graph.add_node(name, node)

    graph.add_edge(START, "begin")
    graph.add_conditional_edges("begin", routes.after_begin)
    graph.add_conditional_edges("read_resume", routes.after_reading)
    graph.add_edge("ask_reading", "take_reading")
    graph.add_conditional_edges("take_reading", routes.after_reading)
    graph.add_conditional_edges("fetch_posting", routes.after_posting)
    graph.add_edge("ask_posting", "take_posting")
    graph.add_conditional_edges("take_posting", routes.after_posting)
    graph.add_edge("understand", "match")
    graph.add_edge("match", "listen")
    graph.add_conditional_edges("listen", routes.after_listening)
    graph.add_edge("ask", "record")
    graph.add_conditional_edges("record", routes.after_record)
    graph.add_edge("propose", "ground")
    graph.add_edge("ground", "listen")
    graph.add_edge("review", "listen")
    graph.add_edge("apply", "listen")
    graph.add_conditional_edges("fit", routes.after_fitting)
    graph.add_edge("letter", "listen")
    graph.add_edge("finish", END)
    return graph.compile(checkpointer=saver)
