//! A chosen file that follows the notebook.

use gloo_timers::callback::Timeout;
use leptos::{prelude::*, task::spawn_local};

use super::{Desk, backup::written};
use crate::{
    storage::{
        Which,
        kept_file::{FileProblem, KeptFile},
    },
    ui::platform::Moment,
};

/// How long the notebook rests before the file follows, in milliseconds: a sentence is not ten files.
const REST: u32 = 3_000;

/// How things stand with the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Following {
    /// None was chosen.
    None,
    /// It says what the notebook says, or will in a moment.
    Follows(String),
    /// It does not, and why.
    Stopped(String, FileProblem),
}

impl Desk {
    /// Finds the file that was chosen on an earlier visit.
    pub async fn find_file(self) {
        if self.which() != Which::Mine {
            return;
        }
        let Some(file) = KeptFile::remembered(&self.namespace()).await else { return };
        let (name, allowed) = (file.name(), file.is_allowed(false).await);
        *self.inside().file.borrow_mut() = Some(file);
        let stands = if allowed { Following::Follows(name) } else { Following::Stopped(name, FileProblem::NotAllowed) };
        self.following.set(stands);
        self.write_file().await;
    }

    /// Lets the person choose the file.
    pub async fn choose_file(self, suggested: String) {
        match KeptFile::choose(&suggested).await {
            Ok(Some(file)) => {
                // A file that cannot be remembered follows until the page is closed.
                let _ = file.remember(&self.namespace()).await;
                *self.inside().file.borrow_mut() = Some(file);
                self.write_file().await;
            }
            Ok(None) => {}
            Err(problem) => self.following.set(Following::Stopped(suggested, problem)),
        }
    }

    /// Asks the person once more whether the page may write the file.
    pub async fn allow_file(self) {
        let file = self.inside().file.borrow().clone();
        if let Some(file) = file
            && file.is_allowed(true).await
        {
            self.write_file().await;
        }
    }

    /// Follows no file any more. The file stays as it is.
    pub async fn leave_file(self) {
        self.inside().file.borrow_mut().take();
        self.following.set(Following::None);
        KeptFile::forget(&self.namespace()).await;
    }

    /// The notebook changed: the file follows when it rests.
    pub fn follow(self) {
        let inside = self.inside();
        if inside.file.borrow().is_some() {
            let due = Timeout::new(REST, move || spawn_local(self.write_file()));
            inside.file_due.borrow_mut().replace(due);
        }
    }

    async fn write_file(self) {
        let Some(file) = self.inside().file.borrow().clone() else { return };
        let name = file.name();
        if self.lacks_something() {
            return self.following.set(Following::Stopped(name, FileProblem::Incomplete));
        }
        match file.write(&written(&self.notebook.get_untracked()).await).await {
            Ok(()) => {
                self.prefer(|it| it.backed_up_at = Some(Moment::now().millis));
                self.following.set(Following::Follows(name));
            }
            Err(problem) => self.following.set(Following::Stopped(name, problem)),
        }
    }
}
