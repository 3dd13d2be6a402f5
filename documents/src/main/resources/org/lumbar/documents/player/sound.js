// What is heard: a voice, tones, or nothing.

const TONES = {
  count: [[660, 90]],
  rep: [[740, 60]],
  half: [[660, 90], [660, 90]],
  ready: [[440, 160]],
  rest: [[440, 160]],
  switch: [[523, 120], [523, 120]],
  work: [[880, 260]],
  finish: [[523, 140], [659, 140], [784, 260]],
  in: [[392, 160], [523, 220]],
  out: [[523, 160], [392, 220]],
};

export class Sound {
  /** mode: "voice", "beep" or "off" */
  constructor(language) {
    this.language = language === 'ru' ? 'ru-RU' : 'en-GB';
    this.mode = 'voice';
  }

  /** Must be called by a press: browsers let no page make noise before. */
  wake() {
    const Context = window.AudioContext;
    if (this.mode !== 'off' && Context && !this.audio) {
      this.audio = new Context();
    }
    this.audio?.resume?.();
  }

  set(mode) {
    this.mode = mode;
    if (mode !== 'voice') {
      window.speechSynthesis?.cancel();
    }
  }

  /** A cue with the words for it; short cues are tones even where a voice speaks. */
  cue(kind, words) {
    if (this.mode === 'off') {
      return;
    }
    if (this.mode === 'voice' && words && this.speak(words)) {
      return;
    }
    this.tone(TONES[kind] ?? TONES.count);
  }

  get voice() {
    const prefix = this.language.slice(0, 2);
    return window.speechSynthesis?.getVoices().find((one) => one.lang.toLowerCase().startsWith(prefix));
  }

  speak(words) {
    const { voice } = this;
    if (!voice) {
      return false;
    }
    const said = new SpeechSynthesisUtterance(words);
    said.voice = voice;
    said.lang = this.language;
    window.speechSynthesis.cancel();
    window.speechSynthesis.speak(said);
    return true;
  }

  tone(notes) {
    if (this.audio?.state !== 'running') {
      return;
    }
    let at = this.audio.currentTime;
    for (const [frequency, milliseconds] of notes) {
      const oscillator = this.audio.createOscillator();
      const gain = this.audio.createGain();
      const end = at + milliseconds / 1000;
      oscillator.frequency.value = frequency;
      gain.gain.setValueAtTime(0, at);
      gain.gain.linearRampToValueAtTime(0.2, at + 0.02);
      gain.gain.linearRampToValueAtTime(0, end);
      oscillator.connect(gain).connect(this.audio.destination);
      oscillator.start(at);
      oscillator.stop(end);
      at = end + 0.06;
    }
  }
}
