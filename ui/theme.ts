import { createTheme, type MantineColorsTuple } from "@mantine/core";

/** Accent of look.md, `#2F5BEA`, as Mantine's ten shades; shade 6 in light, 4 in dark. */
const accent: MantineColorsTuple = [
  "#eef2ff",
  "#dbe3fd",
  "#b9c8fb",
  "#94abfb",
  "#7fa1ff",
  "#5478f0",
  "#2f5bea",
  "#274ccc",
  "#2041b0",
  "#173190",
];
const danger: MantineColorsTuple = [
  "#fff0ec",
  "#fbdcd4",
  "#f5b7a8",
  "#f09079",
  "#ff8f75",
  "#e2512f",
  "#c2341d",
  "#a52b17",
  "#8a2312",
  "#6d1a0c",
];

/** The values of look.md for what comes from Mantine; our own tokens are in theme.css. */
export const theme = createTheme({
  fontFamily: "var(--font-sans)",
  fontFamilyMonospace: "var(--font-mono)",
  colors: { accent, danger },
  primaryColor: "accent",
  primaryShade: { light: 6, dark: 4 },
  autoContrast: true,
  luminanceThreshold: 0.35,
  defaultRadius: 6,
  fontSizes: { xs: "12px", sm: "13px", md: "14px", lg: "16px", xl: "20px" },
  headings: { fontFamily: "var(--font-sans)", fontWeight: "650" },
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: "xs" } },
    TextInput: { defaultProps: { size: "sm" } },
    Textarea: { defaultProps: { size: "sm" } },
    NumberInput: { defaultProps: { size: "sm" } },
    Select: { defaultProps: { size: "sm", checkIconPosition: "right" } },
    MultiSelect: { defaultProps: { size: "sm" } },
    Menu: { defaultProps: { shadow: "sm", transitionProps: { duration: 120 } } },
    Notification: { defaultProps: { closeButtonProps: { "aria-label": "Dismiss" } } },
    Tooltip: { defaultProps: { openDelay: 350, transitionProps: { duration: 120 } } },
  },
});
