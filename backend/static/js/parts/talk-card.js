import { fill, h } from "../lib/dom.js"

const NEAR = 40

/** The chat: what was said, and a line to say something. It scrolls along only when the reader was near its end. */
export default function talkCard(say) {
  const log = h("div", { className: "talk", role: "log" })
  const line = h("input", { name: "message", placeholder: "Tell the agent: shorten, emphasise X, why, undo…", autocomplete: "off" })
  const card = h("form", { className: "card stack", onsubmit: event => {
    event.preventDefault()
    if (!line.value.trim()) return
    say(line.value)
    line.value = ""
  } }, h("h2", {}, "Chat"), log, h("div", { className: "row" }, line, h("button", {}, "Send")))
  let shown = -1
  card.show = messages => {
    if (messages.length === shown) return
    shown = messages.length
    const near = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR
    fill(log, messages.map(message => h("p", { dataset: { role: message.role } }, message.message)))
    if (near) log.scrollTop = log.scrollHeight
  }
  return card
}
