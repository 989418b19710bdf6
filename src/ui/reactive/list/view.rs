//! A list as Leptos has its views.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use leptos::{
    prelude::*,
    tachys::{
        html::attribute::{Attribute, any_attribute::AnyAttribute},
        hydration::Cursor,
        renderer::{Rndr, types},
        view::{Mountable, Position, PositionState, add_attr::AddAnyAttr},
    },
};

use super::{List, row::Row};

/// The rows that a list is to have, as a view.
pub struct Rows {
    pub rows: Vec<Row>,
    pub owner: Owner,
}

/// A list as a view holds it.
pub struct Held(Rc<List>);

impl Render for Rows {
    type State = Held;

    fn build(self) -> Held {
        let list = List {
            owner: self.owner,
            items: RefCell::default(),
            end: Rndr::create_placeholder(),
            parent: RefCell::default(),
            grows: Cell::default(),
            due: Cell::default(),
            fresh: Cell::default(),
            moved: Cell::default(),
        };
        let list = Rc::new(list);
        list.show(self.rows);
        Held(list)
    }

    fn rebuild(self, held: &mut Held) {
        held.0.show(self.rows);
    }
}

impl Mountable for Held {
    fn unmount(&mut self) {
        self.0.items.borrow_mut().iter_mut().for_each(|item| item.shown.unmount());
        self.0.end.clone().unmount();
        self.0.parent.replace(None);
    }

    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        self.0.items.borrow_mut().iter_mut().for_each(|item| item.shown.mount(parent, marker));
        self.0.end.clone().mount(parent, marker);
        self.0.parent.replace(Some(parent.clone()));
        self.0.ask_for_frame();
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let items = self.0.items.borrow();
        match items.iter().find(|item| item.shown.is_there()) {
            Some(item) if item.shown.insert_before_this(child) => true,
            _ => self.0.end.insert_before_this(child),
        }
    }

    fn elements(&self) -> Vec<types::Element> {
        self.0.items.borrow().iter().filter_map(|item| item.shown.element()).collect()
    }
}

impl AddAnyAttr for Rows {
    type Output<A: Attribute> = Self;

    fn add_any_attr<A: Attribute>(self, _attribute: A) -> Self {
        self
    }
}

/// What Leptos asks of every view for its servers, of which there are none.
impl RenderHtml for Rows {
    type AsyncOutput = Self;
    type Owned = Self;
    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(self, _: &mut String, _: &mut Position, _: bool, _: bool, _: Vec<AnyAttribute>) {}

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Held {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}
