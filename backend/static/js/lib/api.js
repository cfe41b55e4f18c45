/** The server over HTTP: who is signed in, and one way to ask. */
const KEY = "bespoke.tokens"

let tokens = JSON.parse(sessionStorage.getItem(KEY) ?? "null")
let refreshing = null

export class Problem extends Error {
  constructor(status, detail) {
    super(detail?.message ?? `The server answered ${status}.`)
    this.status = status
    this.code = detail?.code
  }
}

export const signedIn = () => tokens !== null

export async function signIn(username, password) {
  keep(await send("POST", "/auth/login", { username, password }, false))
}

export async function signUp(username, email, password) {
  await send("POST", "/auth/register", { username, email, password }, false)
  await signIn(username, password)
}

export async function signOut() {
  const refresh_token = tokens?.refresh_token
  keep(null)
  if (refresh_token) await send("POST", "/auth/logout", { refresh_token }, false)
}

export const get = path => send("GET", path)
export const post = (path, body) => send("POST", path, body)

/** The file behind a path, saved under the name the server gives it. */
export async function download(path) {
  const answer = await ask("GET", path)
  const name = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get("content-disposition") ?? "")
  const link = document.createElement("a")
  link.href = URL.createObjectURL(await answer.blob())
  link.download = name ? decodeURIComponent(name[1]) : "resume"
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

async function send(method, path, body, authorized = true) {
  const answer = await ask(method, path, body, authorized)
  return answer.status === 204 ? null : answer.json()
}

async function ask(method, path, body, authorized = true) {
  let answer = await once(method, path, body, authorized)
  if (answer.status === 401 && authorized && tokens && (await refresh())) answer = await once(method, path, body, true)
  if (!answer.ok) {
    const { detail } = await answer.json().catch(() => ({}))
    if (answer.status === 401 && authorized) keep(null)
    throw new Problem(answer.status, detail)
  }
  return answer
}

function once(method, path, body, authorized) {
  const headers = authorized && tokens ? { Authorization: `Bearer ${tokens.access_token}` } : {}
  if (body instanceof FormData) return fetch(path, { method, headers, body })
  if (body !== undefined) headers["Content-Type"] = "application/json"
  return fetch(path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) })
}

/** One refresh for however many requests found the token expired. */
function refresh() {
  refreshing ??= once("POST", "/auth/refresh", { refresh_token: tokens.refresh_token }, false)
    .then(async answer => {
      keep(answer.ok ? await answer.json() : null)
      return answer.ok
    })
    .finally(() => { refreshing = null })
  return refreshing
}

function keep(value) {
  tokens = value
  if (value) sessionStorage.setItem(KEY, JSON.stringify(value))
  else sessionStorage.removeItem(KEY)
  dispatchEvent(new CustomEvent("bespoke:account"))
}
