import { h } from "../lib/dom.js"

const EDITABLE = ["reword", "add"]

/** One change with its reason and evidence, and what can be decided about it. */
export default function changeCard(change, decide) {
  const card = h("article", { className: "card change", dataset: { state: change.state } },
    h("p", {}, h("span", { className: "badge" }, change.state), " ", change.reason),
    change.before ? h("del", {}, change.before) : null,
    change.after ? h("ins", {}, change.after) : null,
    change.unsupported?.length ? h("p", { className: "note" }, "Your evidence does not support: ",
      change.unsupported.map(span => span.text).join(", ")) : null,
    change.evidence?.slice(0, 3).map(row => h("q", {}, row.quote)))
  if (change.state === "proposed") card.append(buttons(change, decide, card))
  return card
}

function buttons(change, decide, card) {
  return h("div", { className: "row" },
    h("button", { className: "primary", onclick: () => decide([change.id], "accept") }, "Accept"),
    h("button", { onclick: () => decide([change.id], "reject") }, "Reject"),
    EDITABLE.includes(change.kind) && !change.items ? h("button", { className: "quiet", onclick: () => edit(change, decide, card) }, "Edit") : null)
}

function edit(change, decide, card) {
  const text = h("textarea", { rows: 3, value: change.after ?? "" })
  card.append(h("form", { className: "stack", onsubmit: event => { event.preventDefault(); decide([change.id], "edit", text.value) } },
    text, h("button", { className: "primary" }, "Use my words")))
  text.focus()
}
