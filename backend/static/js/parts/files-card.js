import { fill, h } from "../lib/dom.js"

const FORMATS = ["pdf", "docx", "md", "txt", "json"]
const LOOKS = [["", "Look: as chosen"], ["classic", "Classic"], ["modern", "Modern"], ["compact", "Compact"]]
const PAPERS = [["", "Paper: usual in your country"], ["a4", "A4"], ["letter", "US Letter"]]
const OWN_FILE = [["", "My own Word file …"], ["tracked", "with the changes tracked"], ["own", "with the changes made"]]

/** What there is to take away: the resume in a look and on a paper of the person's choice, or in their own Word file. */
export default function filesCard(save) {
  const look = choice("template", LOOKS)
  const paper = choice("paper", PAPERS)
  const own = choice("mode", OWN_FILE, async () => {
    const mode = own.value
    own.value = ""
    await save("export", { format: "docx", mode })
  })
  const pages = h("span", { className: "soft", id: "pages" })
  const card = h("div", { className: "card stack", hidden: true },
    h("div", { className: "row" }, look, paper, own),
    h("div", { className: "row" },
      FORMATS.map(format => h("button", { onclick: () => save("export", { format, ...chosen(look, paper) }) }, format.toUpperCase())),
      pages))
  card.chosen = () => chosen(look, paper)
  card.show = story => {
    card.hidden = story.version === undefined
    fill(pages, story.pages ? (story.pages === 1 ? "1 page" : `${story.pages} pages`) : null)
  }
  return card
}

function choice(name, options, onchange) {
  return h("select", { name, "aria-label": options[0][1], onchange: onchange ?? null },
    options.map(([value, text]) => h("option", { value }, text)))
}

function chosen(...selects) {
  return Object.fromEntries(selects.filter(select => select.value).map(select => [select.name, select.value]))
}
