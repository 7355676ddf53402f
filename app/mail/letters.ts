import { emailChangeHoursMax } from '#db/email-changes';
import { passwordResetMinutesMax } from '#db/password-resets';
import type { Letter } from './send-mail.ts';

// What our mails say. Plain text: nothing to load, nothing to hide a link behind.

export function resetLetter({ to, link, site }: { to: string; link: string; site: string }): Letter {
  return {
    to,
    subject: 'Set a new password for Underpin',
    text: letter(
      `Somebody, probably you, asked for a new password for your account at ${site}.`,
      `Open this page to choose one. It works once, for ${passwordResetMinutesMax} minutes:`,
      link,
      'If you did not ask, do nothing: your password stays as it is, and nobody sees this link but you.',
    ),
  };
}

/** For an account without a password: an address alone opens none. */
export function noPasswordLetter({ to, ways, site }: { to: string; ways: string[]; site: string }): Letter {
  return {
    to,
    subject: 'How you sign in to Underpin',
    text: letter(
      `Somebody, probably you, asked for a new password for your account at ${site}.`,
      ways.length > 0
        ? `It has none: you sign in with ${ways.join(' or ')}. Signed in, you can set a password on the account page.`
        : 'It has none, and no other way to sign in. Whoever runs this server can give you a link that sets one.',
      'If you did not ask, do nothing.',
    ),
  };
}

export function passwordChangedLetter({ to, ways, site }: { to: string; ways: string[]; site: string }): Letter {
  return {
    to,
    subject: 'Your Underpin password was changed',
    text: letter(
      `The password of your account at ${site} was changed, and other devices were signed out.`,
      ...(ways.length > 0
        ? [`The account can also be entered with ${ways.join(' and ')}. Remove what is not yours on the account page.`]
        : []),
      `If this was not you, set a new password at once: ${site}/account/forgot`,
    ),
  };
}

export function confirmAddressLetter({ to, link, site }: { to: string; link: string; site: string }): Letter {
  return {
    to,
    subject: 'Confirm your address for Underpin',
    text: letter(
      `An account at ${site} is to get this address.`,
      `If it is yours, open this page and confirm. The link works for ${emailChangeHoursMax} hours:`,
      link,
      'If it is not, do nothing; the address will not be used.',
    ),
  };
}

/** To an address that somebody asked for and that has an account already; the page tells the asker nothing. */
export function addressTakenLetter({ to, site }: { to: string; site: string }): Letter {
  return {
    to,
    subject: 'This address has an Underpin account',
    text: letter(
      `Somebody, perhaps you, wanted to give this address to another account at ${site}.`,
      'It belongs to an account of yours already, so nothing was changed. Delete that account first if you want to move the address.',
    ),
  };
}

export function addressChangingLetter({ to, newAddress, site }: Change): Letter {
  return {
    to,
    subject: 'The address of your Underpin account is about to change',
    text: letter(
      `Somebody, probably you, asked to change the address of your account at ${site} to ${newAddress}. It changes once that address is confirmed.`,
      `If this was not you, change your password now and take the change back: ${site}/account`,
    ),
  };
}

export function addressChangedLetter({ to, newAddress, site }: Change): Letter {
  return {
    to,
    subject: 'The address of your Underpin account has changed',
    text: letter(
      `Your account at ${site} now has the address ${newAddress}. This one does not sign in any more.`,
      'If this was not you, tell whoever runs the server.',
    ),
  };
}

type Change = { to: string; newAddress: string; site: string };

function letter(...paragraphs: string[]): string {
  return `${paragraphs.join('\n\n')}\n`;
}
