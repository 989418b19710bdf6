//! The parts of an entry in an order one chooses: read, changed, moved and removed in one way.

use leptos::{html::Button, prelude::*};

use super::{Field, Glyph, Handler, Icon, Take};
use crate::{
    domain::{Id, Kind, Part, PartId, Parts, Titled, Toward},
    ui::{
        desk::Desk,
        reactive::{Live, Look},
        words::{changes, shell},
    },
};

/// A list of parts of one entry, as its screen reaches it.
pub struct PartsOf<K, P: 'static> {
    /// The entry.
    pub id: Id<K>,
    /// What one of its parts is called within a sentence: “milestone”.
    pub what: &'static str,
    /// Where the list stands.
    pub read: fn(&K) -> &Parts<P>,
    /// The same, to be changed.
    pub write: fn(&mut K) -> &mut Parts<P>,
}

impl<K, P> Clone for PartsOf<K, P> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<K, P> Copy for PartsOf<K, P> {}

impl<K: Kind, P: Titled> PartsOf<K, P> {
    /// The parts in order.
    pub fn ids(self) -> Look<Vec<PartId>> {
        Desk::get().field(self.id, move |entry: &K| (self.read)(entry).iter().map(Part::id).collect())
    }

    /// A piece of one part, told anew only when it is different.
    pub fn field<T: PartialEq + Default + Send + Sync + 'static>(self, part: PartId, look: fn(&P) -> T) -> Look<T> {
        Desk::get().field(self.id, move |entry: &K| (self.read)(entry).get(part).map(look).unwrap_or_default())
    }

    /// What one part says.
    pub fn title(self, part: PartId) -> Look<String> {
        self.field(part, |part| part.title().to_string())
    }

    /// Adds a part at the end.
    pub fn add(self, desk: Desk, new: P) {
        let label = changes::part_added(self.what, new.title());
        desk.edit(self.id, label, |entry: &mut K| (self.write)(entry).add(new));
    }

    /// Changes one part.
    pub fn edit(self, desk: Desk, part: PartId, label: String, change: impl FnOnce(&mut P)) {
        desk.edit(self.id, label, |entry: &mut K| {
            if let Some(part) = (self.write)(entry).get_mut(part) {
                change(part);
            }
        });
    }

    /// A field that shows and changes what one part says.
    pub fn take_title(self, desk: Desk, part: PartId, field: &'static str) -> Take {
        let title = self.title(part);
        Take::from(move |typed: &str| {
            let new = crate::domain::Title::typed(typed)?;
            self.edit(desk, part, changes::changed(field, &title.get_untracked()), |part| part.set_title(new));
            Ok(())
        })
    }

    /// What moves one part a step.
    pub fn shift(self, desk: Desk, part: PartId) -> Handler<Toward> {
        let title = self.title(part);
        Handler::from(move |toward| {
            let label = changes::part_moved(self.what, &title.get_untracked());
            desk.edit(self.id, label, |entry: &mut K| {
                (self.write)(entry).shift(part, toward);
            });
        })
    }

    /// What removes one part, with “Undo” beside the news of it.
    pub fn remove(self, desk: Desk, part: PartId) -> Handler<()> {
        let title = self.title(part);
        Handler::from(move |()| {
            let label = changes::part_removed(self.what, &title.get_untracked());
            desk.say(label.clone(), true);
            desk.edit(self.id, label, |entry: &mut K| {
                (self.write)(entry).remove(part);
            });
        })
    }
}

/// What one part says, changed in its row.
#[component]
pub fn PartTitle<K: Kind, P: Titled>(
    /// The list.
    of: PartsOf<K, P>,
    /// The part.
    part: PartId,
    /// What the field is.
    label: &'static str,
    /// Whether it has several lines.
    #[prop(optional)]
    many: bool,
    /// Its looks.
    #[prop(default = "in-row")]
    class: &'static str,
) -> impl IntoView {
    let desk = Desk::get();
    let (title, take) = (of.title(part), of.take_title(desk, part, label));
    view! { <Field label=label quiet=true value=title take=take many=many class=class /> }
}

/// The buttons that move and remove one part of a list.
#[component]
pub fn PartMoves<K: Kind, P: Titled>(
    /// The list.
    of: PartsOf<K, P>,
    /// The part.
    part: PartId,
) -> impl IntoView {
    let desk = Desk::get();
    view! { <MoveButtons title=of.title(part) shift=of.shift(desk, part) remove=of.remove(desk, part) /> }
}

/// Buttons for one part of a list. Each says what it does to which part.
#[component]
pub fn MoveButtons(
    /// What the part is called.
    #[prop(into)]
    title: Live<String>,
    /// Moves it.
    #[prop(into)]
    shift: Handler<Toward>,
    /// Removes it.
    #[prop(into)]
    remove: Handler<()>,
) -> impl IntoView {
    let title = title.look();
    let named = move |what: &'static str| move || format!("{what}: {}", title.get());
    let (up, down) = (NodeRef::<Button>::new(), NodeRef::<Button>::new());
    // A row that moves is taken out and put in again, and the focus would be lost with it.
    let press = move |toward: Toward, button: NodeRef<Button>| {
        let shift = shift.clone();
        move |_| {
            shift.run(toward);
            request_animation_frame(move || {
                if let Some(button) = button.try_get_untracked().flatten() {
                    let _ = button.focus();
                }
            });
        }
    };
    view! {
        <span class="moves">
            <button node_ref=up type="button" class="button bare" title=shell::MOVE_UP aria-label=named(shell::MOVE_UP) on:click=press(Toward::Start, up)>
                <Icon glyph=Glyph::Up />
            </button>
            <button node_ref=down type="button" class="button bare" title=shell::MOVE_DOWN aria-label=named(shell::MOVE_DOWN) on:click=press(Toward::End, down)>
                <Icon glyph=Glyph::Down />
            </button>
            <button type="button" class="button bare" title=shell::REMOVE aria-label=named(shell::REMOVE) on:click=move |_| remove.run(())>
                <Icon glyph=Glyph::Remove />
            </button>
        </span>
    }
}
