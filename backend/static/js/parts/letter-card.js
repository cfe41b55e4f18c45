import { fill, h } from "../lib/dom.js"
import markdown from "../lib/markdown.js"

/** The cover letter: asked for with a button, shown with what was left out of it, saved as a file. */
export default function letterCard(ask, save) {
  const recipient = h("input", { name: "recipient", placeholder: "To whom, if you know", autocomplete: "off", maxLength: 200 })
  const written = h("div", { className: "stack", id: "letter" })
  const card = h("form", { className: "card stack", hidden: true, onsubmit: event => { event.preventDefault(); ask(recipient.value) } },
    h("h2", {}, "Cover letter"),
    h("div", { className: "row" }, recipient, h("button", {}, "Write a letter")),
    written)
  let shown = null
  card.show = story => {
    card.hidden = story.version === undefined
    if (shown === story.letter) return
    shown = story.letter
    fill(written, ...letter(story.letter, save))
  }
  return card
}

function letter(found, save) {
  if (!found.paragraphs.length) return [h("p", { className: "note" }, found.note)]
  return [
    h("article", { className: "sheet" }, markdown(found.content)),
    ...found.left_out.map(each => h("p", { className: "note" }, `Left out, since nothing bears it out: ${each.text}`)),
    h("div", { className: "row" },
      ["pdf", "docx"].map(format => h("button", { type: "button", onclick: () => save("letter/export", { format }) }, `Letter as ${format.toUpperCase()}`))),
  ]
}
