/**
 * Reads the page again while long work goes on, and shows what moved without a jump: nothing is replaced while
 * somebody is in one of its forms, and it stops by itself once the work no longer asks for it.
 * Written without type annotations: it is served as it stands.
 */
class LivePage extends HTMLElement {
  #timer = 0

  connectedCallback() {
    this.#timer = window.setTimeout(() => this.#refresh(), Number(this.getAttribute('seconds')) * 1000)
  }

  disconnectedCallback() {
    clearTimeout(this.#timer)
  }

  async #refresh() {
    const answer = await fetch(location.href).catch(() => undefined)
    const fresh = answer?.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : undefined
    const main = fresh?.querySelector('main')
    const isBusy = document.activeElement?.closest('main form, main details') !== null
    if (!main || isBusy) return this.connectedCallback()

    document.querySelector('main')?.replaceWith(document.importNode(main, true))
  }
}

customElements.define('live-page', LivePage)
