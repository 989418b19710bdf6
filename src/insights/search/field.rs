//! The places where words can stand in an entry.

/// Where in an entry words stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// What the entry is called: a title, a name, what a check-in was about, to whom an outreach goes.
    Title,
    /// The name of the other person; it is theirs, and the entry belongs to a mentorship with them.
    With,
    /// Why a goal matters.
    Why,
    /// How one will know that a goal is reached.
    Evidence,
    /// A milestone.
    Milestone,
    /// A skill that a goal needs, a plan looks for or a person has.
    Skill,
    /// What somebody is interested in.
    Interest,
    /// What has to be shared with a mentor.
    Values,
    /// How much time one asks of a mentor.
    TimeAsked,
    /// Why a candidate fits, or not.
    Fit,
    /// What was found at a review.
    Review,
    /// Why a goal changed its state.
    Turn,
    /// What a person does.
    Role,
    /// How a person was met.
    HowMet,
    /// How to reach a person.
    Contact,
    /// A page about a person.
    Link,
    /// Notes.
    Notes,
    /// Why something ended, was missed, called off or dropped.
    Reason,
    /// A point of an agenda.
    AgendaPoint,
    /// What is to be done before a meeting.
    Preparation,
    /// Notes to share.
    SharedNotes,
    /// Private notes.
    PrivateNotes,
    /// What somebody told of their own path.
    Story,
    /// Insights.
    Insights,
    /// Outcomes.
    Outcomes,
    /// What was said as feedback.
    Said,
    /// What was done about feedback.
    DoneAboutIt,
    /// The piece of work that feedback is about.
    Piece,
    /// What became of help.
    Became,
    /// A word about how it feels.
    Word,
    /// What troubles the owner.
    Troubles,
    /// What is good all the same.
    Good,
    /// What was tried.
    Tried,
    /// What would have to change.
    Change,
    /// Why there is a pause.
    Pause,
    /// What came of a mentorship.
    Results,
    /// Whom a finding plan looks for.
    LookingFor,
    /// A strategy.
    Strategy,
    /// Notes of a strategy.
    StrategyNotes,
    /// A step.
    Step,
    /// Notes of a step.
    StepNotes,
    /// Where an event takes place.
    Place,
    /// With whom one goes to an event.
    WentWith,
    /// Whom one wants to meet.
    ToMeet,
    /// Whom one met.
    Met,
    /// What one talked about with them.
    MetNote,
    /// Why this person.
    WhyThem,
    /// What is asked.
    Ask,
    /// What is offered.
    Offer,
    /// What was written to somebody.
    Message,
    /// What a reply said.
    Reply,
    /// What the owner expects, in an agreement.
    Mine,
    /// What the other side expects.
    Theirs,
    /// How they talk to each other.
    Guidelines,
    /// What is done when one cannot come.
    Cancelling,
    /// What stays between them.
    BetweenUs,
    /// With whom it may be spoken about all the same.
    Exceptions,
    /// What is not talked about.
    OffLimits,
    /// Why an agreement follows another.
    WhyAnew,
    /// How the one who is guided learns.
    Learning,
    /// What is learned from them.
    Learned,
    /// Where somebody works.
    Organisation,
    /// What a card says of a person.
    About,
    /// What somebody who has a card looks for.
    Seeks,
    /// A language.
    Language,
    /// What a reader of a share answered.
    Comment,
    /// The name that stands under a share or a comment.
    Signed,
    /// What was said beside a share.
    Beside,
}
