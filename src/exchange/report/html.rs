//! A report as one page: opens in any browser, on any device, without a script and without asking for anything.

use maud::{DOCTYPE, Markup, PreEscaped, html as markup};

use super::{Chart, Document, Part};
use crate::exchange::sheet::{Group, Sheet};

/// How it looks: ink on paper, in the dark too, and on a printed page.
const STYLE: &str = "\
:root{color-scheme:light dark;--ink:light-dark(#1f2430,#ece7df);--soft:light-dark(#5b6270,#b0a99e);--line:light-dark(#e3ddd2,#3a362f);\
--page:light-dark(#fcf9f4,#191714);--a:light-dark(#00605c,#79d5cd);--b:light-dark(#b8860b,#e0b54f)}\
*{box-sizing:border-box}body{margin:0 auto;padding:2rem 1.25rem 4rem;max-width:44rem;background:var(--page);color:var(--ink);\
font:1rem/1.55 system-ui,sans-serif;overflow-wrap:anywhere}\
h1,h2,h3{font-family:Georgia,'Noto Serif',serif;line-height:1.25;break-after:avoid}h1{font-size:2rem;margin:0 0 .25rem}\
h2{font-size:1.4rem;margin:2.5rem 0 .5rem;padding-bottom:.25rem;border-bottom:1px solid var(--line)}h3{font-size:1.1rem;margin:1.75rem 0 .5rem}\
h4,h3.of{font:600 1rem/1.4 system-ui,sans-serif;margin:0}p{margin:.25rem 0}.soft{color:var(--soft);font-size:.9rem}\
.numbers{display:grid;grid-template-columns:repeat(auto-fit,minmax(9rem,1fr));gap:.75rem 1.5rem;margin:1.5rem 0;padding:0}\
.numbers div{display:flex;flex-direction:column-reverse}.numbers dd{margin:0;white-space:nowrap;font-size:1.35rem;font-weight:600;font-variant-numeric:tabular-nums}\
article{margin:.75rem 0 1.25rem;break-inside:avoid}dl{margin:.5rem 0}dt{color:var(--soft);font-size:.85rem}dd{margin:0 0 .5rem;white-space:pre-wrap}\
ul{margin:.25rem 0 .5rem;padding-inline-start:1.25rem}.marked{list-style:none;padding:0}.marked span{display:inline-block;width:1.5rem;color:var(--a)}\
progress{width:10rem;height:.5rem;accent-color:var(--a)}figure{margin:1.5rem 0}svg{width:100%;height:8rem;border-bottom:1px solid var(--line)}\
.a{fill:var(--a)}.b{fill:var(--b)}table{width:100%;border-collapse:collapse;font-size:.85rem}th,td{overflow-wrap:normal;padding:.15rem .5rem .15rem 0;text-align:start}\
td{font-variant-numeric:tabular-nums}thead th::before{content:'';display:inline-block;width:.7em;height:.7em;margin-inline-end:.4em;border-radius:2px}\
.ka::before{background:var(--a)}.kb::before{background:var(--b)}footer{margin-top:3rem}\
@media print{body{padding:0;max-width:none;font-size:11pt;background:none}:root{color-scheme:light}}";

/// The page. Whatever somebody wrote stands in it as text.
#[must_use]
pub fn html(report: &Document) -> String {
    let page = markup! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'";
                meta name="referrer" content="no-referrer";
                title { (report.title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                header {
                    h1 dir="auto" { (report.title) }
                    p.soft { (report.period) }
                }
                main {
                    dl.numbers {
                        @for (what, number) in &report.numbers { div { dt { (what) } dd { (number) } } }
                    }
                    @if let Some(chart) = &report.chart { (drawing(chart)) }
                    @for part in &report.parts { (of_part(part)) }
                }
                footer { p.soft { (report.foot) } }
            }
        }
    };
    page.into_string()
}

/// The drawing, and the same in numbers.
fn drawing(chart: &Chart) -> Markup {
    let class = |what: usize| if what == 0 { "a" } else { "b" };
    markup! {
        figure {
            figcaption { h2 { (chart.title) } }
            svg viewBox={ "0 0 " (chart.width()) " " (Chart::HEIGHT) } preserveAspectRatio="none" aria-hidden="true" {
                @for bar in chart.bars() {
                    rect class=(class(bar.what)) x=(bar.x) y=(bar.y) width=(Chart::BAR) height=(bar.height) {}
                }
            }
            table {
                thead { tr { td {} th.ka scope="col" { (chart.what[0]) } th.kb scope="col" { (chart.what[1]) } } }
                tbody {
                    @for (step, both) in &chart.steps { tr { th scope="row" { (step) } td { (both[0]) } td { (both[1]) } } }
                }
            }
        }
    }
}

fn of_part(part: &Part) -> Markup {
    markup! {
        section {
            @if let Some(title) = &part.title { h2 dir="auto" { (title) } }
            @for group in &part.groups { (of_group(group, part.title.is_some())) }
        }
    }
}

fn of_group(group: &Group, below: bool) -> Markup {
    markup! {
        @if below { h3 { (group.title) } } @else { h2 { (group.title) } }
        @for sheet in &group.sheets { (of_sheet(sheet, below)) }
    }
}

fn of_sheet(sheet: &Sheet, below: bool) -> Markup {
    let mark = |done: Option<bool>| done.map(|done| if done { "✓" } else { "○" });
    markup! {
        article {
            @if below { h4 dir="auto" { (sheet.title) } } @else { h3.of dir="auto" { (sheet.title) } }
            @if !sheet.under.is_empty() { p.soft { (sheet.under) } }
            @if let Some((done, all)) = sheet.bar {
                p.soft { progress max=(all) value=(done) aria-hidden="true" {} " " (done) " of " (all) }
            }
            @for (label, points) in &sheet.lists {
                p.soft { (label) }
                ul.marked[points.iter().any(|(done, _)| done.is_some())] {
                    @for (done, point) in points {
                        li dir="auto" { @if let Some(mark) = mark(*done) { span { (mark) } } (point) }
                    }
                }
            }
            @if !sheet.facts.is_empty() {
                dl { @for (label, said) in &sheet.facts { dt { (label) } dd dir="auto" { (said) } } }
            }
        }
    }
}
