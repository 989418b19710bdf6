//! A row of a list, on its way, plain or whole.

use leptos::{
    prelude::*,
    tachys::{
        renderer::{Rndr, types},
        view::{Mountable, any_view::AnyViewState},
    },
};

/// What stands for a row that nobody looks at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plain {
    /// What the row is called as a place to go to (`data-at`).
    pub at: String,
    /// What it says.
    pub text: String,
}

/// Draws a row.
pub trait Draw: Send {
    fn plainly(&self) -> Option<Plain>;
    fn draw(self: Box<Self>) -> AnyView;
}

/// A row that a list is to have: what it is known by, and what draws it.
pub struct Row {
    pub key: u64,
    pub draw: Box<dyn Draw>,
}

pub(super) enum Shown {
    Waiting(Box<dyn Draw>),
    Plain(web_sys::Element, Box<dyn Draw>),
    Whole(AnyViewState, #[allow(dead_code, reason = "what the row holds ends with it")] Owner),
    /// While it becomes something else.
    Nothing,
}

pub(super) struct Item {
    pub key: u64,
    pub shown: Shown,
}

impl Shown {
    pub fn is_there(&self) -> bool {
        matches!(self, Self::Plain(..) | Self::Whole(..))
    }

    pub fn is_plain(&self) -> bool {
        matches!(self, Self::Plain(..))
    }

    /// What stands for it, if it is on its way and there is a word for it.
    pub fn plainly(&self) -> Option<Plain> {
        match self {
            Self::Waiting(row) => row.plainly(),
            _ => None,
        }
    }

    pub fn is_nothing(&self) -> bool {
        matches!(self, Self::Nothing)
    }

    pub fn element(&self) -> Option<web_sys::Element> {
        match self {
            Self::Plain(element, _) => Some(element.clone()),
            Self::Whole(view, _) => view.elements().into_iter().next(),
            Self::Waiting(_) | Self::Nothing => None,
        }
    }

    pub fn draw_whole(&mut self, owner: &Owner) {
        *self = match std::mem::replace(self, Self::Nothing) {
            Self::Waiting(row) | Self::Plain(_, row) => {
                let own = owner.child();
                let view = own.with(|| row.draw().build());
                Self::Whole(view, own)
            }
            there => there,
        }
    }

    pub fn draw_plainly(&mut self, plain: &Plain) {
        let Ok(element) = document().create_element("li") else { return };
        let _ = element.set_attribute("class", "plain-row");
        let _ = element.set_attribute("data-at", &plain.at);
        let _ = element.set_attribute("tabindex", "-1");
        element.set_text_content(Some(&plain.text));
        *self = match std::mem::replace(self, Self::Nothing) {
            Self::Waiting(row) => Self::Plain(element, row),
            there => there,
        }
    }
}

impl Mountable for Shown {
    fn unmount(&mut self) {
        match self {
            Self::Plain(element, _) => element.remove(),
            Self::Whole(view, _) => view.unmount(),
            Self::Waiting(_) | Self::Nothing => {}
        }
    }

    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        match self {
            Self::Plain(element, _) => Rndr::insert_node(parent, element, marker),
            Self::Whole(view, _) => view.mount(parent, marker),
            Self::Waiting(_) | Self::Nothing => {}
        }
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        match self {
            Self::Plain(element, _) => match element.parent_element() {
                Some(parent) => {
                    child.mount(&parent, Some(element));
                    true
                }
                None => false,
            },
            Self::Whole(view, _) => view.insert_before_this(child),
            Self::Waiting(_) | Self::Nothing => false,
        }
    }

    fn elements(&self) -> Vec<types::Element> {
        self.element().into_iter().collect()
    }
}
