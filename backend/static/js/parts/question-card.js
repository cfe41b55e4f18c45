import { h } from "../lib/dom.js"

/** One question, answered in words or with one of its choices. */
export default function questionCard(question, say) {
  return question.reading ? readingCard(question, say) : wordsCard(question, say)
}

/** A question about how the file was read: the line of the file beside what was made of it. */
function readingCard(question, say) {
  const { ask, quote, page, read } = question.reading
  const [yes, ...others] = read && !question.reading.again ? question.choices : [null, ...question.choices]
  const value = h("input", { name: "answer", required: true, maxLength: 200, autocomplete: "off", placeholder: read })
  const answer = async message => {
    form.inert = true
    await say(message, question.input_id)
    form.inert = false
  }
  const form = h("form", { className: "card question stack", onsubmit: event => { event.preventDefault(); answer(value.value) } },
    h("p", { className: "soft" }, "Before anything else: did I read your file rightly?"),
    h("h2", {}, ask),
    quote ? h("figure", {}, h("blockquote", {}, quote),
      h("figcaption", { className: "soft" }, page ? `Page ${page} of your file` : "From your file")) : null,
    yes ? h("div", { className: "row" }, h("button", { type: "button", className: "primary", onclick: () => answer(yes) }, yes)) : null,
    h("label", {}, read ? "If not, what is right?" : "What is right?", h("div", { className: "entry" }, value, h("button", {}, "Save"))),
    h("div", { className: "row" },
      others.map(choice => h("button", { type: "button", onclick: () => answer(choice) }, choice)),
      h("button", { type: "button", className: "quiet", onclick: () => answer("Skip all") }, "Skip all")))
  return form
}

function wordsCard(question, say) {
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
