import { signedIn, signOut } from "./lib/api.js"
import { fill } from "./lib/dom.js"
import "./pages/sign-in.js"
import "./pages/session-list.js"
import "./pages/session-page.js"

const page = document.querySelector("#page")
const leave = document.querySelector("#sign-out")

function show() {
  leave.hidden = !signedIn()
  const session = /^#\/sessions\/([\w-]+)$/.exec(location.hash)
  if (!signedIn()) fill(page, document.createElement("sign-in"))
  else if (session) fill(page, Object.assign(document.createElement("session-page"), { session: session[1] }))
  else fill(page, document.createElement("session-list"))
}

leave.addEventListener("click", () => signOut())
addEventListener("hashchange", show)
let known = signedIn()
addEventListener("bespoke:account", () => {
  if (signedIn() === known) return
  known = signedIn()
  show()
})
show()
