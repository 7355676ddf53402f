/**
 * Runs before the first paint and must stay constant: its hash stands in the content security policy.
 * A choice is stored as `light` or `dark`; nothing stored means that the system decides.
 */
export const THEME_SCRIPT = `(()=>{let t;try{t=localStorage.getItem('theme')}catch{}if(t!=='light'&&t!=='dark')t=matchMedia('(prefers-color-scheme: dark)').matches?'dark':'light';document.documentElement.dataset.theme=t})()`;
