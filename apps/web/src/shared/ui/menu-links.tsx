import { Menu, NavLink, type MenuItemProps, type NavLinkProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { AnchorWith } from './links.js';

/** An entry of a menu that leads to a page. */
export const MenuLink = createLink((props: AnchorWith<MenuItemProps>) => (
  <Menu.Item component="a" {...props} />
));

/** An entry of the main menu. */
export const NavigationLink = createLink((props: AnchorWith<NavLinkProps>) => <NavLink {...props} />);
