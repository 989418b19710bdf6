//! Works in which one can read on about what the guide says. Its sentences are our own.

/// On whom one hears of something new from.
pub const TIES: &str = "Mark S. Granovetter, “The Strength of Weak Ties”, American Journal of Sociology 78 (1973)";
/// On saying what one expects of each other.
pub const EXPECTATIONS: &str = "Kristyn S. Masters and Pamela K. Kreeger, “Ten simple rules for developing a \
     mentor–mentee expectations document”, PLOS Computational Biology 13 (2017)";
/// On goals that are clear, and on looking at them again.
pub const GOALS: &str = "Edwin A. Locke and Gary P. Latham, “Building a Practically Useful Theory of Goal Setting and \
     Task Motivation”, American Psychologist 57 (2002)";
/// On what thanks do to the one who is thanked.
pub const THANKS: &str = "Adam M. Grant and Francesca Gino, “A Little Thanks Goes a Long Way”, Journal of Personality \
     and Social Psychology 98 (2010)";
/// On mentors who are seldom there, and what else goes wrong, told by those they guide.
pub const DISTANCE: &str = "Lillian T. Eby and others, “Protégés’ Negative Mentoring Experiences”, Personnel \
     Psychology 57 (2004)";
/// On what mentors find hard.
pub const PROTEGES: &str = "Lillian T. Eby and Stacy E. McManus, “The protégé’s role in negative mentoring \
     experiences”, Journal of Vocational Behavior 65 (2004)";
/// On how a mentorship begins, goes and ends.
pub const PHASES: &str = "Kathy E. Kram, “Phases of the Mentor Relationship”, Academy of Management Journal 26 (1983)";
/// On the seven days of Safari.
pub const SEVEN_DAYS: &str = "John Wilander, “Full Third-Party Cookie Blocking and More”, webkit.org (2020)";
