import { h } from "../lib/dom.js"

/** One question, answered in words or with one of its choices. */
export default function questionCard(question, say) {
  const text = h("textarea", { name: "answer", rows: question.kind === "job_text" ? 10 : 3, required: true })
  const answer = async message => {
    form.inert = true
    await say(message, question.input_id)
    form.inert = false
  }
  const form = h("form", { className: "card question stack", onsubmit: event => { event.preventDefault(); answer(text.value) } },
    h("h2", {}, question.question),
    text,
    h("div", { className: "row" },
      h("button", { className: "primary" }, "Answer"),
      question.choices.map(choice => h("button", { type: "button", onclick: () => answer(choice) }, choice)),
      question.kind === "gap" ? h("button", { type: "button", className: "quiet", onclick: () => answer("Skip all") }, "Skip all questions") : null))
  return form
}
