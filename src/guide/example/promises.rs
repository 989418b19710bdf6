//! The action items of the year.

use super::{
    GoalOf::{self, Code, Lead, Research, Talk},
    Year, goal_id, id, line, meeting_of, title,
};
use crate::domain::{
    Action, ActionState,
    Owner::{self, Me, Them},
};

/// What became of an action item.
enum Fate {
    Open,
    Done(i64),
    Dropped(i64, &'static str),
}
use Fate::{Done, Dropped, Open};

struct ActionRow {
    /// The meeting it came from.
    from: i64,
    whose: Owner,
    what: &'static str,
    goal: Option<GoalOf>,
    due: Option<i64>,
    /// Later meetings to which it was carried forward.
    carried: &'static [i64],
    fate: Fate,
    private: bool,
}

/// One that was never carried forward.
const fn action(
    from: i64,
    whose: Owner,
    what: &'static str,
    goal: Option<GoalOf>,
    due: Option<i64>,
    fate: Fate,
) -> ActionRow {
    ActionRow { from, whose, what, goal, due, carried: &[], fate, private: false }
}

static ACTIONS: [ActionRow; 15] = [
    action(331, Me, "Write three goals with a scene in each", None, Some(318), Done(318)),
    action(303, Me, "Two interviews with FIVE on the desk", Some(Research), Some(276), Done(278)),
    action(274, Me, "One page on the kettle list, photograph on top", Some(Research), Some(255), Done(254)),
    action(253, Them, "Send a page of findings from her own team", Some(Research), None, Done(250)),
    action(245, Me, "Let two people swap a shift at once", Some(Code), Some(215), Done(215)),
    action(232, Me, "Ask the design guild for five minutes", Some(Talk), Some(225), Done(226)),
    ActionRow {
        carried: &[183, 155],
        ..action(204, Me, "Make the version of fifteen minutes", Some(Talk), Some(185), Done(140))
    },
    ActionRow {
        private: true,
        ..action(183, Me, "Twenty minutes alone with my manager", Some(Lead), Some(174), Done(176))
    },
    action(168, Me, "Hand the branch to the developers", Some(Code), Some(140), Done(131)),
    ActionRow {
        carried: &[127, 99],
        ..action(
            155,
            Me,
            "Fill in the box of what we leave out",
            Some(Lead),
            Some(130),
            Dropped(90, "The project went to another team, and the box with it"),
        )
    },
    action(70, Them, "Send the page for estimates", Some(Lead), Some(56), Open),
    ActionRow {
        carried: &[12],
        ..action(41, Me, "Ask Tomás what the programme board has seen too often", Some(Talk), Some(4), Open)
    },
    action(12, Me, "Send the abstract", Some(Talk), Some(-1), Open),
    action(12, Them, "Ask her team who would be a test audience", Some(Talk), Some(-6), Open),
    action(12, Me, "Listen to my own recording of product day, to the end", Some(Talk), None, Open),
];

impl Year {
    pub(super) fn actions(&mut self) -> Option<()> {
        for (number, row) in ACTIONS.iter().enumerate() {
            let (meeting, mentorship) = meeting_of(row.from)?;
            let mut it = Action {
                title: title(row.what)?,
                owner: row.whose,
                mentorship,
                meeting: Some(meeting),
                goal: row.goal.map(goal_id),
                promised: self.weekday(row.from),
                due: self.day_if(row.due),
                state: self.action_state(&row.fate)?,
                carried_to: Vec::new(),
            };
            for ago in row.carried {
                it.carry_to(meeting_of(*ago)?.0);
            }
            self.put(id(number), row.private, it);
        }
        Some(())
    }

    fn action_state(&self, fate: &Fate) -> Option<ActionState> {
        Some(match fate {
            Open => ActionState::Open,
            Done(ago) => ActionState::Done { on: self.day(*ago) },
            Dropped(ago, reason) => ActionState::Dropped { on: self.day(*ago), reason: line(reason)? },
        })
    }
}
