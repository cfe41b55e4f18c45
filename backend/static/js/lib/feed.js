import { post } from "./api.js"

const PAUSES = [500, 1000, 2000, 4000, 8000]
const ENDED = [4404]

/** Follows a session's events; after a cut it asks for what is missing, so each event comes once and in order. */
export default class Feed {
  #session
  #hear
  #last = 0
  #socket = null
  #tries = 0
  #closed = false

  constructor(session, hear) {
    this.#session = session
    this.#hear = hear
    this.#open()
  }

  close() {
    this.#closed = true
    this.#socket?.close()
  }

  // Private

  async #open() {
    if (this.#closed) return
    try {
      const { ticket } = await post(`/tailoring-sessions/${this.#session}/ticket`)
      const scheme = location.protocol === "https:" ? "wss" : "ws"
      const url = `${scheme}://${location.host}/ws/tailoring/${this.#session}?after=${this.#last}`
      this.#socket = new WebSocket(url, ["bespoke.v1", `ticket.${ticket}`])
    } catch {
      this.#later()
      return
    }
    this.#socket.onmessage = message => this.#take(JSON.parse(message.data))
    this.#socket.onclose = event => { if (!ENDED.includes(event.code)) this.#later() }
  }

  #take(event) {
    this.#tries = 0
    if (event.seq !== undefined) {
      if (event.seq <= this.#last) return
      this.#last = event.seq
    }
    this.#hear(event)
  }

  #later() {
    if (this.#closed) return
    setTimeout(() => this.#open(), PAUSES[Math.min(this.#tries++, PAUSES.length - 1)])
  }
}
