//! Which cards are shown, as an address holds it: `side=mentee&plan=…`.

use crate::domain::{CardSide, Id, Plan};

/// Which cards are shown, and what they are held against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Matches {
    /// On which side those stand who are looked for.
    pub side: CardSide,
    /// The finding plan they are held against; all that are open if there is none.
    pub plan: Option<Id<Plan>>,
    /// Whether only those are shown who have a skill that is looked for.
    pub skilled: bool,
}

impl Matches {
    pub(super) fn parse(query: &str) -> Option<Self> {
        let mut matches = Self::default();
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            match pair.split_once('=')? {
                ("side", "mentee") => matches.side = CardSide::Mentee,
                ("plan", id) => matches.plan = Some(id.parse().ok()?),
                ("with", "skill") => matches.skilled = true,
                _ => return None,
            }
        }
        Some(matches)
    }

    pub(super) fn address(self) -> String {
        let side = (self.side == CardSide::Mentee).then(|| "side=mentee".to_owned());
        let plan = self.plan.map(|id| format!("plan={id}"));
        let skilled = self.skilled.then(|| "with=skill".to_owned());
        let query: Vec<String> = [side, plan, skilled].into_iter().flatten().collect();
        if query.is_empty() { "#/matches".to_owned() } else { format!("#/matches?{}", query.join("&")) }
    }
}
