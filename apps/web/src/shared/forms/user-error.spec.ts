import { describe, expect, it, jest } from '@jest/globals';
import { fieldOf, showUserError } from './user-error.js';

describe('fieldOf', () => {
  it('leaves out the name of the argument', () => {
    expect(fieldOf(['input', 'adminEmail'])).toBe('adminEmail');
    expect(fieldOf(['invitations', '0', 'email'])).toBe('invitations.0.email');
    expect(fieldOf([])).toBe('');
  });
});

describe('showUserError', () => {
  const target = () => ({ fields: ['name'], setFieldError: jest.fn(), setFormError: jest.fn() });

  it('puts a known field beside the field', () => {
    const form = target();
    showUserError({ path: ['input', 'name'], message: 'Too long.' }, form);
    expect(form.setFieldError).toHaveBeenCalledWith('name', 'Too long.');
    expect(form.setFormError).not.toHaveBeenCalled();
  });

  it('puts what lies inside of a field beside that field', () => {
    const form = target();
    showUserError({ path: ['input', 'name', '3'], message: 'Too long.' }, form);
    expect(form.setFieldError).toHaveBeenCalledWith('name', 'Too long.');
  });

  it('shows what has no field for the whole form', () => {
    const form = target();
    showUserError({ path: ['input', 'parentId'], message: 'That unit is closed.' }, form);
    expect(form.setFormError).toHaveBeenCalledWith('That unit is closed.');
  });
});
