
"use strict";
// SHA-256 (FIPS 180-4), piece by piece: a dataset of gigabytes fits into no array.
const K = new Uint32Array(64);
const START = new Uint32Array(8);
(function constants() {
  const root = (n, e) => { const r = Math.pow(n, 1 / e); return ((r - Math.floor(r)) * 4294967296) >>> 0; };
  let n = 0;
  for (let p = 2; n < 64; p++) {
    let prime = true;
    for (let d = 2; d * d <= p; d++) if (p % d === 0) prime = false;
    if (prime) { if (n < 8) START[n] = root(p, 2); K[n++] = root(p, 3); }
  }
})();

class Sha256 {
  constructor() { this.h = START.slice(); this.rest = new Uint8Array(64); this.used = 0; this.length = 0; this.w = new Uint32Array(64); }

  update(bytes) {
    this.length += bytes.length;
    let at = 0;
    if (this.used > 0) {
      at = Math.min(64 - this.used, bytes.length);
      this.rest.set(bytes.subarray(0, at), this.used);
      this.used += at;
      if (this.used < 64) return;
      this.block(this.rest, 0);
      this.used = 0;
    }
    for (; at + 64 <= bytes.length; at += 64) this.block(bytes, at);
    this.rest.set(bytes.subarray(at));
    this.used = bytes.length - at;
  }

  block(b, at) {
    const w = this.w, h = this.h;
    for (let i = 0; i < 16; i++, at += 4) w[i] = (b[at] << 24) | (b[at + 1] << 16) | (b[at + 2] << 8) | b[at + 3];
    for (let i = 16; i < 64; i++) {
      const x = w[i - 15], y = w[i - 2];
      const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
      const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
      w[i] = (w[i - 16] + s0 + w[i - 7] + s1) | 0;
    }
    let a = h[0], c1 = h[1], c2 = h[2], d = h[3], e = h[4], f = h[5], g = h[6], k = h[7];
    for (let i = 0; i < 64; i++) {
      const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const t1 = (k + s1 + ((e & f) ^ (~e & g)) + K[i] + w[i]) | 0;
      const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const t2 = (s0 + ((a & c1) ^ (a & c2) ^ (c1 & c2))) | 0;
      k = g; g = f; f = e; e = (d + t1) | 0; d = c2; c2 = c1; c1 = a; a = (t1 + t2) | 0;
    }
    h[0] += a; h[1] += c1; h[2] += c2; h[3] += d; h[4] += e; h[5] += f; h[6] += g; h[7] += k;
  }

  hex() {
    const bits = this.length * 8, end = new Uint8Array(this.used < 56 ? 64 - this.used : 128 - this.used);
    end[0] = 128;
    const view = new DataView(end.buffer);
    view.setUint32(end.length - 8, Math.floor(bits / 4294967296));
    view.setUint32(end.length - 4, bits >>> 0);
    this.update(end);
    return Array.from(this.h, v => v.toString(16).padStart(8, "0")).join("");
  }
}

async function sha256(file, progress) {
  const hash = new Sha256(), piece = 4 << 20;
  for (let at = 0; at < file.size; at += piece) {
    hash.update(new Uint8Array(await file.slice(at, at + piece).arrayBuffer()));
    progress(Math.min(file.size, at + piece) / file.size);
  }
  return hash.hex();
}

async function send(file, form, say) {
  const hash = await sha256(file, part => say("reading, " + Math.round(part * 100) + " %"));
  const answer = await fetch(form.action, {
    method: "POST", headers: {"Content-Type": "application/json"},
    body: JSON.stringify({study: form.dataset.study, name: file.name, size: file.size, sha256: hash, form: form.elements.form.value})
  });
  const grant = await answer.json();
  if (!answer.ok) throw new Error(grant.message);
  say("sending");
  const written = await fetch(grant.address, {method: "PUT", headers: grant.headers, body: file});
  if (!written.ok) throw new Error("the bucket did not take it (" + written.status + ")");
}

const form = document.getElementById("upload");
form.addEventListener("submit", async event => {
  event.preventDefault();
  const list = document.getElementById("files"), button = form.querySelector("button");
  button.disabled = true;
  list.replaceChildren();
  for (const file of form.elements.files.files) {
    const item = list.appendChild(document.createElement("li"));
    const say = text => { item.textContent = file.name + ": " + text; };
    try {
      await send(file, form, say);
      say("uploaded");
      item.className = "done";
    } catch (e) {
      say(e instanceof TypeError ? "the network failed; try again" : e.message);
      item.className = "wrong";
    }
  }
  button.disabled = false;
});
