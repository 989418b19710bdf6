//! Values that change, and views that follow them, in types that are compiled once.
//!
//! Leptos compiles a memo for each type it holds and a view for each closure it is given, which is fast
//! and large: half a megabyte for this app. Here the closure is boxed where it is written, and the
//! machinery behind it exists once. See “Sizes” in `docs/decisions.md`.
//!
//! - [`Look`]: something computed, told anew only when it is different;
//! - [`Live`]: what a part is given that may change;
//! - [`Show`], [`For`]: as in Leptos; [`mod@list`] is what a list stands on;
//! - [`Latest`]: work of several turns, of which only the latest counts.

mod latest;
pub mod list;

use std::{
    any::Any,
    hash::{Hash, Hasher},
    marker::PhantomData,
    sync::{Arc, Mutex},
};

use leptos::{
    prelude::*,
    tachys::{html::attribute::AttributeValue, reactive_graph::SharedReactiveFunction},
};

pub use latest::Latest;
use list::{Draw, Row, Rows};
pub use list::{Plain, is_growing};
use rustc_hash::FxHasher;

use crate::domain::Day;

/// A function behind a pointer. A `dyn Fn` holds its body for each of the three ways in which it may be called; this
/// holds it once.
pub trait Give<T>: Send + Sync {
    /// Gives what the function gives.
    fn give(&self) -> T;
}

impl<T, F: Fn() -> T + Send + Sync> Give<T> for F {
    fn give(&self) -> T {
        self()
    }
}

// --- Look ------------------------------------------------------------------------------------------

/// A value of any type that can be compared.
trait Value: Any + Send + Sync {
    fn is_same(&self, other: &dyn Value) -> bool;
    fn as_any(&self) -> &dyn Any;
}

impl<T: PartialEq + Send + Sync + 'static> Value for T {
    fn is_same(&self, other: &dyn Value) -> bool {
        other.as_any().downcast_ref::<T>() == Some(self)
    }
    fn as_any(&self) -> &dyn Any {
        self
    }
}

#[derive(Clone)]
struct Shared(Arc<dyn Value>);

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        self.0.is_same(&*other.0)
    }
}

impl Shared {
    #[allow(clippy::expect_used, reason = "a look holds only what its own function gave")]
    fn with<T: 'static, U>(&self, look: impl FnOnce(&T) -> U) -> U {
        look((*self.0).as_any().downcast_ref().expect("a look holds what its function gives"))
    }
}

/// Something computed from signals; whoever reads it is told anew only when it is different.
pub struct Look<T> {
    memo: Memo<Shared>,
    kind: PhantomData<fn() -> T>,
}

impl<T> Clone for Look<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Look<T> {}

fn memo(look: Box<dyn Give<Shared>>) -> Memo<Shared> {
    Memo::new(move |_| look.give())
}

impl<T: PartialEq + Send + Sync + 'static> Look<T> {
    /// Computes it, and again whenever a signal that was read has changed.
    pub fn new(look: impl Fn() -> T + Send + Sync + 'static) -> Self {
        Self { memo: memo(Box::new(move || Shared(Arc::new(look())))), kind: PhantomData }
    }

    /// Looks at it.
    pub fn with<U>(self, look: impl FnOnce(&T) -> U) -> U {
        self.memo.get().with(look)
    }

    /// Looks at it without being told when it changes.
    pub fn with_untracked<U>(self, look: impl FnOnce(&T) -> U) -> U {
        self.memo.get_untracked().with(look)
    }
}

impl<T: Clone + PartialEq + Send + Sync + 'static> Look<T> {
    /// It as it is.
    pub fn get(self) -> T {
        self.with(T::clone)
    }

    /// It as it is, without being told when it changes.
    pub fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }

    /// The same, or none when the screen it belongs to is gone.
    pub fn try_get_untracked(self) -> Option<T> {
        Some(self.memo.try_get_untracked()?.with(T::clone))
    }
}

// --- Live ------------------------------------------------------------------------------------------

/// What a part is given that may change: a look, a signal, a function, or a text that stays.
pub struct Live<T>(Arc<dyn Give<T>>);

impl<T> Clone for Live<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> Live<T> {
    /// It as it is now; whoever reads it is told when it changes.
    pub fn get(&self) -> T {
        self.0.give()
    }
}

impl<T: PartialEq + Send + Sync + 'static> Live<T> {
    /// Told anew only when it is different, and freely copied.
    pub fn look(self) -> Look<T> {
        Look::new(move || self.get())
    }
}

impl<T, F: Fn() -> T + Send + Sync + 'static> From<F> for Live<T> {
    fn from(live: F) -> Self {
        Self(Arc::new(live))
    }
}

impl<T: Clone + PartialEq + Send + Sync + 'static> From<Look<T>> for Live<T> {
    fn from(look: Look<T>) -> Self {
        Self(Arc::new(move || look.get()))
    }
}

impl<T: Clone + Send + Sync + 'static> From<RwSignal<T>> for Live<T> {
    fn from(signal: RwSignal<T>) -> Self {
        Self(Arc::new(move || signal.get()))
    }
}

impl From<&'static str> for Live<String> {
    fn from(text: &'static str) -> Self {
        Self(Arc::new(move || text.to_owned()))
    }
}

impl From<String> for Live<String> {
    fn from(text: String) -> Self {
        Self(Arc::new(move || text.clone()))
    }
}

/// Values that stay as they are.
macro_rules! stays {
    ($($type:ty),*) => {$(
        impl From<$type> for $crate::ui::reactive::Live<$type> {
            fn from(value: $type) -> Self {
                (move || value).into()
            }
        }
    )*};
}
pub(super) use stays;
stays!(bool, Day, Option<Day>, (usize, usize));

// --- In views --------------------------------------------------------------------------------------

fn shared<T>(value: impl Fn() -> T + Send + 'static) -> SharedReactiveFunction<T> {
    Arc::new(Mutex::new(value))
}

impl<T: Render + Clone + PartialEq + Send + Sync + 'static> IntoRender for Look<T> {
    type Output = SharedReactiveFunction<T>;
    fn into_render(self) -> Self::Output {
        shared(move || self.get())
    }
}

impl<T: Render + 'static> IntoRender for Live<T> {
    type Output = SharedReactiveFunction<T>;
    fn into_render(self) -> Self::Output {
        shared(move || self.get())
    }
}

impl<T: AttributeValue + Clone + PartialEq + Send + Sync + 'static> IntoAttributeValue for Look<T> {
    type Output = SharedReactiveFunction<T>;
    fn into_attribute_value(self) -> Self::Output {
        shared(move || self.get())
    }
}

impl<T: AttributeValue + 'static> IntoAttributeValue for Live<T> {
    type Output = SharedReactiveFunction<T>;
    fn into_attribute_value(self) -> Self::Output {
        shared(move || self.get())
    }
}

/// Shows something while a condition holds.
#[component]
pub fn Show(
    /// The condition.
    #[prop(into)]
    when: Live<bool>,
    /// What is shown otherwise.
    #[prop(optional, into)]
    fallback: ViewFn,
    /// What is shown.
    children: ChildrenFn,
) -> impl IntoView {
    let holds = when.look();
    move || if holds.get() { children() } else { fallback.run() }
}

/// One item of a list.
struct Item<T, F> {
    item: T,
    plain: Option<fn(&T) -> Plain>,
    children: Arc<F>,
}

impl<T: Send, N: IntoView + 'static, F: Fn(T) -> N + Send + Sync> Draw for Item<T, F> {
    fn plainly(&self) -> Option<Plain> {
        self.plain.map(|plain| plain(&self.item))
    }

    fn draw(self: Box<Self>) -> AnyView {
        (self.children)(self.item).into_any()
    }
}

/// One view for each item; an item with the same key keeps its view. Of a long list the first rows are drawn at once,
/// and the others in the frames after: see [`list`].
#[component]
pub fn For<T: Send + 'static, K: Hash + 'static, N: IntoView + 'static>(
    /// The items.
    each: impl Fn() -> Vec<T> + Send + Sync + 'static,
    /// What an item is known by.
    key: fn(&T) -> K,
    /// What stands for an item that nobody looks at, where the list may be long.
    #[prop(optional)]
    plain: Option<fn(&T) -> Plain>,
    /// The view of an item.
    children: impl Fn(T) -> N + Send + Sync + 'static,
) -> impl IntoView {
    let children = Arc::new(children);
    let row = move |item: T| {
        let mut hasher = FxHasher::default();
        key(&item).hash(&mut hasher);
        Row { key: hasher.finish(), draw: Box::new(Item { item, plain, children: children.clone() }) }
    };
    rows(Box::new(move || each().into_iter().map(&row).collect()))
}

fn rows(each: Box<dyn Give<Vec<Row>>>) -> AnyView {
    let owner = Owner::current().unwrap_or_default();
    (move || Rows { rows: each.give(), owner: owner.clone() }).into_any()
}
