/* How does a browser make a passkey, or show one? The bytes are seen to by
   webauthn-json.js; without a script the password and the app remain. */

const asked = async (form) => {
  if (form.dataset.options) return JSON.parse(form.dataset.options);
  const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error("not asked");
  return (await answer.json()).request_options;
};

/* A passkey that signs in alone lives on the device and asks who is there. */
const alone = (options) => ({
  ...options,
  publicKey: {
    ...options.publicKey,
    authenticatorSelection: {
      ...options.publicKey.authenticatorSelection,
      residentKey: "required",
      requireResidentKey: true,
      userVerification: "required",
    },
  },
});

const given = (form, options) =>
  form.dataset.passkey === "new"
    ? window.webauthnJSON.create(alone(options))
    : window.webauthnJSON.get(options);

for (const form of document.querySelectorAll("form[data-passkey]")) {
  if (!window.webauthnJSON || !window.PublicKeyCredential) continue;
  form.querySelector("[data-passkey-missing]").hidden = true;
  form.querySelector("button").hidden = false;
  const sorry = form.querySelector("[data-passkey-error]");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    sorry.hidden = true;
    try {
      const credential = await given(form, await asked(form));
      form.elements.credential.value = JSON.stringify(credential);
      form.submit();
    } catch {
      sorry.hidden = false; /* closed, timed out or refused: all the same to us */
    }
  });
}
