// Sample content to send: a picture, a voice message, a location.

/** A randomly generated landscape as a PNG blob. */
export function samplePicture() {
  const canvas = document.createElement("canvas");
  const [w, h] = ([canvas.width, canvas.height] = [480, 360]);
  const g = canvas.getContext("2d");
  const hue = Math.floor(Math.random() * 360);
  const sky = g.createLinearGradient(0, 0, 0, h);
  sky.addColorStop(0, `hsl(${hue} 65% 62%)`);
  sky.addColorStop(1, `hsl(${(hue + 50) % 360} 85% 88%)`);
  g.fillStyle = sky;
  g.fillRect(0, 0, w, h);
  g.fillStyle = "rgb(255 250 235 / 0.95)";
  g.beginPath();
  g.arc(w * (0.3 + Math.random() * 0.4), h * 0.34, 38, 0, Math.PI * 2);
  g.fill();
  for (let layer = 0; layer < 3; layer += 1) {
    const base = h * (0.55 + layer * 0.14);
    const phase = Math.random() * 6;
    g.fillStyle = `hsl(${(hue + 120 + layer * 12) % 360} ${28 + layer * 6}% ${52 - layer * 13}%)`;
    g.beginPath();
    g.moveTo(0, h);
    for (let x = 0; x <= w; x += 8) {
      g.lineTo(x, base + Math.sin(x / (70 - layer * 12) + phase) * 22 + Math.sin(x / 31 + phase * 2) * 8);
    }
    g.lineTo(w, h);
    g.fill();
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png");
  });
}

/** Two seconds of silence as AMR, the recording format of phones. */
export function sampleVoice() {
  const frames = 100; // of 20 ms each
  const NO_DATA = 0x7c; // frame type 15 with the quality bit: one byte per frame
  const magic = new TextEncoder().encode("#!AMR\n");
  const data = new Uint8Array(magic.length + frames).fill(NO_DATA);
  data.set(magic);
  return new Blob([data], { type: "audio/amr" });
}

/** A well-known location. */
export const SAMPLE_PLACE = { latitude: 31.2397, longitude: 121.4905, scale: 16 };

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** Random letters and digits, for tokens and keys. */
export function randomText(length) {
  const numbers = crypto.getRandomValues(new Uint32Array(length));
  return Array.from(numbers, (n) => LETTERS[n % LETTERS.length]).join("");
}
