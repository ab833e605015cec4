import type { Invitation } from '../infomaniak/state.ts';

/** The page behind the link of the mail, for a browser without scripts. */
export function invitationPage(invitation: Invitation, organization: string): string {
  const { first_name: firstName, last_name: lastName, email, strict } = invitation;
  return page(
    `Join ${organization}`,
    `<p>${escape(firstName)} ${escape(lastName)}, <b>${escape(organization)}</b> invites you to its organisation.</p>
    <form method="post">
      <label>E-mail address<input name="email" type="email" value="${escape(email)}"${strict ? ' readonly' : ''} required></label>
      <button>Create my account</button>
    </form>
    <form method="post"><button class="quiet" name="decline" value="true">Decline</button></form>`,
  );
}

/** The page behind the link of a guest's mail. */
export function guestPage(email: string, team: string): string {
  return page(
    `Be a guest of ${team}`,
    `<p><b>${escape(team)}</b> invites you to its kChat.</p>
    <form method="post">
      <label>First name<input name="first_name" required></label>
      <label>Last name<input name="last_name" required></label>
      <label>E-mail address<input type="email" value="${escape(email)}" readonly></label>
      <button>Create my account</button>
    </form>`,
  );
}

/** A page that only says something. */
export function messagePage(title: string, message: string): string {
  return page(title, `<p>${escape(message)}</p>`);
}

function page(title: string, content: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${escape(title)}</title>
    <style>
      body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: #f2f4f8; color: #1f2937;
        font: 16px/1.5 system-ui, sans-serif; }
      main { width: min(26rem, calc(100vw - 2rem)); box-sizing: border-box; padding: 2rem; background: #fff;
        border-radius: 12px; box-shadow: 0 8px 30px #1f293714; }
      h1 { margin: 0 0 1rem; font-size: 1.375rem; }
      label { display: block; font-size: .875rem; }
      input { display: block; width: 100%; box-sizing: border-box; margin: .25rem 0 1rem; padding: .625rem .75rem;
        border: 1px solid #cbd5e1; border-radius: 8px; font: inherit; }
      button { width: 100%; padding: .75rem; border: 0; border-radius: 8px; background: #0b57d0; color: #fff;
        font: inherit; font-weight: 600; cursor: pointer; }
      button.quiet { margin-top: .5rem; background: none; color: #475569; font-weight: 400; }
    </style>
  </head>
  <body><main><h1>${escape(title)}</h1>${content}</main></body>
</html>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${String(character.codePointAt(0))};`);
}
