import {
  Button,
  Checkbox,
  type CSSVariablesResolver,
  createTheme,
  Drawer,
  Input,
  InputWrapper,
  type MantineColorsTuple,
  Menu,
  Modal,
  Radio,
  Tooltip,
} from '@mantine/core'

/** One accent, index 6 filled, 7 pressed; the lighter steps are tints of it. */
const accent: MantineColorsTuple = [
  '#eff1fe',
  '#dfe3fc',
  '#c3caf8',
  '#9aa6ee',
  '#7685e4',
  '#5a6bdc',
  '#4457d6',
  '#3747b8',
  '#2d3b98',
  '#232e77',
]

/** What floats over the page is a white surface, its title a heading. */
const floating = {
  content: { backgroundColor: 'var(--surface)' },
  header: { backgroundColor: 'var(--surface)' },
  title: { fontSize: 'var(--fs-16)', lineHeight: 'var(--lh-16)', fontWeight: 600 },
}

/** The component library in our sizes: heights from the density, radii, fonts and colours from the tokens, once and here. */
export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: 6,
  colors: { accent },
  fontFamily: 'var(--font-sans)',
  fontFamilyMonospace: 'var(--font-mono)',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '18px', sm: '20px', md: '22px', lg: '24px', xl: '28px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '20px' },
  radius: { xs: '5px', sm: '7px', md: '10px', lg: '14px', xl: '18px' },
  defaultRadius: 'sm',
  breakpoints: { xs: '24em', sm: '48em', md: '64em', lg: '80em', xl: '90em' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'never',
  components: {
    Button: Button.extend({
      defaultProps: { variant: 'default' },
      vars: () => ({
        root: { '--button-height': 'var(--control)', '--button-padding-x': '12px', '--button-fz': 'var(--fs-body)' },
      }),
      styles: { root: { fontWeight: 500 } },
    }),
    Input: Input.extend({
      vars: () => ({ wrapper: { '--input-height': 'var(--control)', '--input-fz': 'var(--fs-body)' } }),
    }),
    InputWrapper: InputWrapper.extend({
      vars: () => ({
        label: { '--input-label-size': 'var(--fs-12)' },
        error: { '--input-error-size': 'var(--fs-12)' },
        description: { '--input-description-size': 'var(--fs-12)' },
        success: { '--input-success-size': 'var(--fs-12)' },
      }),
      styles: { label: { color: 'var(--text-2)', marginBottom: 4 } },
    }),
    // A square of 16 px with the radius of a control would look like a radio button.
    Checkbox: Checkbox.extend({ defaultProps: { size: 'xs', radius: 4 } }),
    Radio: Radio.extend({ defaultProps: { size: 'xs' } }),
    Modal: Modal.extend({
      defaultProps: { centered: true, radius: 'md', overlayProps: { color: 'var(--veil)' } },
      styles: floating,
    }),
    Drawer: Drawer.extend({ defaultProps: { position: 'right', overlayProps: { color: 'var(--veil)' } }, styles: floating }),
    // Its focus placeholder is a child that a menu may not have (ARIA).
    Menu: Menu.extend({ defaultProps: { withInitialFocusPlaceholder: false } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 300, events: { hover: true, focus: true, touch: false } } }),
  },
})

/** The library's own colour variables read ours, so a second scheme needs no second mapping. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: mapped,
  dark: mapped,
})

const mapped: Record<string, string> = {
  '--mantine-color-body': 'var(--page)',
  '--mantine-color-text': 'var(--text-1)',
  '--mantine-color-bright': 'var(--text-1)',
  '--mantine-color-dimmed': 'var(--text-3)',
  '--mantine-color-placeholder': 'var(--text-3)',
  '--mantine-color-anchor': 'var(--accent-text)',
  '--mantine-color-error': 'var(--bad-text)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--sunk)',
  '--mantine-color-default-color': 'var(--text-1)',
  '--mantine-color-default-border': 'var(--line-strong)',
  '--mantine-color-disabled': 'var(--sunk)',
  '--mantine-color-disabled-color': 'var(--text-3)',
  '--mantine-color-disabled-border': 'var(--line)',
}
