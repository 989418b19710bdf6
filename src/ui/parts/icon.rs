//! The one set of drawings, all of one stroke, drawn for this project on a grid of 24.

use leptos::prelude::*;

use crate::ui::reactive::{Live, stays};

/// A drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Glyph {
    Mark,
    Today,
    Find,
    People,
    Goals,
    Share,
    Search,
    Saved,
    Saving,
    Attention,
    Lock,
    Up,
    Down,
    Remove,
    Plus,
    Settings,
    Guide,
    Clock,
    Close,
}

impl Glyph {
    fn path(self) -> &'static str {
        match self {
            Self::Mark => {
                "M4 5.5c3.2-1 6-.5 8 1.3 2-1.800 4.800-2.300 8-1.300v13c-3.200-1-6-.500-8 1.300-2-1.800-4.800-2.300-8-1.300zM12 6.800v13"
            }
            Self::Today => {
                "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2.800v1.900M12 19.300v1.900M2.800 12h1.900M19.300 12h1.900M5.500 5.500l1.300 1.300M17.200 17.200l1.300 1.300M5.500 18.500l1.300-1.300M17.200 6.800l1.300-1.300"
            }
            Self::Find => {
                "M12 3.200a8.800 8.800 0 1 0 0 17.600 8.800 8.800 0 0 0 0-17.600zM15.700 8.300l-2.300 5.100-5.100 2.300 2.300-5.100z"
            }
            Self::People => {
                "M9 4.600a3.400 3.400 0 1 0 0 6.800 3.400 3.400 0 0 0 0-6.800zM2.800 19.600c.700-3.400 3.100-5.200 6.200-5.200s5.500 1.800 6.200 5.200M15.900 5.100a3.300 3.300 0 0 1 0 5.900M17.600 14.700c1.900.700 3.200 2.400 3.600 4.900"
            }
            Self::Goals => {
                "M5.200 21V3.800M5.200 4.700c4.700-2.400 8.400 2.100 13.600 0v9c-5.200 2.100-8.900-2.400-13.600 0"
            }
            Self::Share => "M12 14.800V3.700M8.200 7.300 12 3.500l3.800 3.800M5.200 12.200v7.300h13.600v-7.300",
            Self::Search => {
                "M10.800 4.600a6.200 6.200 0 1 0 0 12.400 6.200 6.200 0 0 0 0-12.400zM15.300 15.300l4.600 4.600"
            }
            Self::Saved => "M5.800 12.600l4 4 8.500-9.200",
            Self::Saving => "M12 4.500v3M12 16.500v3M4.500 12h3M16.500 12h3",
            Self::Attention => "M12 4.200 20.800 19.400H3.200zM12 10v4.200M12 16.600v.300",
            Self::Lock => "M6 11h12v8.500H6zM8.500 11V8a3.500 3.500 0 0 1 7 0v3",
            Self::Up => "M6.500 14.500 12 9l5.500 5.500",
            Self::Down => "M6.500 9.500 12 15l5.500-5.500",
            Self::Remove => {
                "M5 7h14M9.500 7V4.800h5V7M7 7l.800 12.200h8.400L17 7M10.300 10.500v5.500M13.700 10.500v5.500"
            }
            Self::Plus => "M12 5.500v13M5.500 12h13",
            Self::Settings => {
                "M4 7.500h9M17 7.500h3M15 5.300a2.200 2.200 0 1 0 0 4.400 2.200 2.200 0 0 0 0-4.400zM4 16.500h3M11 16.500h9M9 14.300a2.200 2.200 0 1 0 0 4.400 2.200 2.200 0 0 0 0-4.400z"
            }
            Self::Guide => {
                "M6 4.500h10.500a1.500 1.500 0 0 1 1.500 1.500v13.500H7.500A1.500 1.500 0 0 1 6 18zM6 17.500A1.500 1.500 0 0 1 7.500 16H18M9.500 8h5"
            }
            Self::Clock => "M12 3.800a8.200 8.200 0 1 0 0 16.400 8.200 8.200 0 0 0 0-16.400zM12 7.800V12l2.900 2.300",
            Self::Close => "M6.500 6.500l11 11M17.500 6.500l-11 11",
        }
    }
}

stays!(Glyph);

/// A drawing beside words; screen readers pass over it.
#[component]
pub fn Icon(
    /// Which one.
    #[prop(into)]
    glyph: Live<Glyph>,
) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d=move || glyph.get().path() />
        </svg>
    }
}
