import { raw } from './html.ts'

/** The product's tokens and the few shapes our pages are made of: one column, controls 48 px high, visible focus, light and dark. */
export const styles = raw(`
:root{color-scheme:light dark;--page:#f6f6f7;--surface:#fff;--sunk:#f3f3f5;--line:#e4e4e8;--strong:#cfd0d7;--t1:#17181c;--t2:#4e515a;--t3:#676a74;
--accent:#4457d6;--accent-text:#3747b8;--tint:#eff1fe;--on-accent:#fff;--good:#1a6b3b;--good-tint:#e9f5ed;--warning:#855000;--warning-tint:#fdf2df;--bad:#b1241c;--bad-tint:#fcecea}
@media (prefers-color-scheme:dark){:root{--page:#0f1012;--surface:#16171a;--sunk:#121316;--line:#2a2c32;--strong:#3e4149;--t1:#ecedef;--t2:#b4b7bf;--t3:#9094a0;
--accent:#8493f5;--accent-text:#a9b4fa;--tint:#20244a;--on-accent:#0f1012;--good:#74d69b;--good-tint:#14291d;--warning:#f3bd57;--warning-tint:#30250f;--bad:#ff938a;--bad-tint:#381a18}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--t1);font:14px/22px Inter,"PingFang SC","HarmonyOS Sans SC","Microsoft YaHei","Noto Sans SC",system-ui,sans-serif;font-variant-numeric:tabular-nums}
header{display:flex;align-items:center;justify-content:space-between;gap:16px;padding:12px 20px}
.brand{font-size:16px;line-height:24px;font-weight:600}
main{max-width:440px;margin:0 auto;padding:8px 16px 48px}
main.wide{max-width:1080px}
h1{font-size:24px;line-height:32px;font-weight:600;margin:16px 0 8px}
h2{font-size:16px;line-height:24px;font-weight:600;margin:24px 0 8px}
p{margin:0 0 12px}
.quiet{color:var(--t2)}.small{font-size:12px;line-height:18px}
.card{background:var(--surface);border:1px solid var(--line);border-radius:14px;padding:20px;margin:16px 0}
label{display:block;font-weight:500;margin-bottom:4px}
input[type=email],input[type=password]{width:100%;height:48px;padding:0 12px;margin-bottom:16px;border:1px solid var(--strong);border-radius:7px;background:var(--surface);color:var(--t1);font:inherit;font-size:16px}
button,.button{display:flex;align-items:center;justify-content:center;width:100%;min-height:48px;padding:8px 16px;border:1px solid var(--strong);border-radius:7px;background:var(--surface);color:var(--t1);font:inherit;font-weight:500;cursor:pointer;text-decoration:none}
button:hover,.button:hover{background:var(--sunk)}
button.primary{background:var(--accent);border-color:var(--accent);color:var(--on-accent)}
button.plain{border-color:transparent;color:var(--accent-text);background:none}
summary{padding:12px 0;cursor:pointer}
button+button,form+form{margin-top:8px}
a{color:var(--accent-text)}
header a{display:inline-flex;align-items:center;min-height:44px}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.note{border-radius:7px;padding:8px 12px;margin:0 0 16px;background:var(--tint);color:var(--accent-text)}
.note.bad{background:var(--bad-tint);color:var(--bad)}.note.good{background:var(--good-tint);color:var(--good)}.note.warning{background:var(--warning-tint);color:var(--warning)}
.people{list-style:none;margin:0;padding:0}.people li+li{margin-top:8px}.people form{margin:0}
.people button{justify-content:space-between;gap:12px;text-align:left}
.people .who{font-weight:600;white-space:nowrap}.people .role{color:var(--t2);font-weight:400;text-align:right}
table{width:100%;border-collapse:collapse}th{font-weight:500;color:var(--t2);text-align:left}th,td{padding:8px 12px 8px 0;border-bottom:1px solid var(--line);vertical-align:top;overflow-wrap:anywhere}
td.figure,th.figure{text-align:right;white-space:nowrap;padding-right:0}tr.total td{font-weight:600;font-size:16px;border-bottom:0}
iframe{width:100%;height:60vh;border:1px solid var(--line);border-radius:10px;background:#fff}
pre{white-space:pre-wrap;overflow-wrap:anywhere;background:var(--sunk);border-radius:10px;padding:12px;margin:0;font-size:13px;line-height:20px}
dl{display:grid;grid-template-columns:max-content 1fr;gap:4px 16px;margin:0}dt{color:var(--t2)}dd{margin:0;overflow-wrap:anywhere}
@media (max-width:600px){table.stack thead{display:none}table.stack tr{display:block;padding:8px 0;border-bottom:1px solid var(--line)}table.stack td{display:block;border:0;padding:0}}
`)
