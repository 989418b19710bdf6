//! What a page of the guide is made of.

/// A page of the guide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    /// Its word in an address.
    pub slug: &'static str,
    /// What it is called.
    pub title: &'static str,
    /// What it is for, in one or two sentences.
    pub lead: &'static str,
    /// Where one can do what it speaks of.
    pub act: Act,
    /// Where one can read on about it.
    pub sources: &'static [&'static str],
    /// What it says, in order.
    pub sections: &'static [Section],
}

/// Where one can do what a page speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// Where finding plans, candidates, events and outreach stand.
    Find,
    /// Where all goals stand.
    Goals,
    /// Where backups are saved and opened.
    Share,
    /// Where meetings of a mentorship are planned and contacts drawn.
    Meetings,
    /// Where one notes what helped, and writes to say so.
    Thanks,
    /// Where one notes how it feels, and doubts.
    Pulse,
    /// Where goals, rhythm and agreement of a mentorship stand.
    About,
    /// Where it ends.
    Closing,
}

/// One thought of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Section {
    /// What it is called.
    pub title: &'static str,
    /// Its paragraphs.
    pub text: &'static [&'static str],
    /// Things to try, shown as a list; some sections have none.
    pub tries: &'static [&'static str],
}
