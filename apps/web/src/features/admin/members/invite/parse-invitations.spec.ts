import { describe, expect, it } from '@jest/globals';
import { parseInvitations } from './parse-invitations.js';

const read = (text: string) => parseInvitations(text, 'CONTRIBUTOR');

describe('parseInvitations', () => {
  it('reads name, e-mail and role, parted by comma, semicolon or tab', () => {
    const ada = { name: 'Ada Lovelace', email: 'ada@example.org', role: 'EXECUTIVE' };
    expect(read('Ada Lovelace, ada@example.org, Executive')).toEqual([ada]);
    expect(read('Ada Lovelace;ada@example.org;EXECUTIVE')).toEqual([ada]);
    expect(read('ada@example.org\t"Ada Lovelace"\texecutive')).toEqual([ada]);
  });

  it('knows roles by the words of pages and of the api', () => {
    expect(read('A, a@x.org, Portfolio manager')[0]?.role).toBe('PORTFOLIO_MANAGER');
    expect(read('A, a@x.org, portfolio_manager')[0]?.role).toBe('PORTFOLIO_MANAGER');
    expect(read('A, a@x.org, admin')[0]?.role).toBe('ADMIN');
  });

  it('takes the given role when there is none', () => {
    expect(read('A, a@x.org')[0]?.role).toBe('CONTRIBUTOR');
  });

  it('reads addresses as mail programs copy them, and guesses a missing name', () => {
    expect(read('Ada Lovelace <ada@example.org>')[0]).toMatchObject({
      name: 'Ada Lovelace',
      email: 'ada@example.org',
    });
    expect(read('ada.king-lovelace@example.org')[0]?.name).toBe('Ada King Lovelace');
  });

  it('leaves out what has no address', () => {
    expect(read('Name, E-mail, Role\n\nAda, ada@example.org\r\n')).toHaveLength(1);
  });
});
