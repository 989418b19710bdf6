//! Who may write. Every tab in which the notebook is open holds a pen: a shared lock. Whoever erases asks the
//! others to put theirs down and waits for the lock alone, so that nothing erased is written again by a tab in
//! which somebody types at that moment. A tab that put its pen down begins anew when the lock is free.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use gloo_timers::future::TimeoutFuture;

use super::{
    locks::{self, Asking, Lock},
    namespace::Namespace,
};

/// How long another tab may take to put its pen down, in milliseconds: one that sleeps does not answer, and its pen
/// is taken away.
const PATIENCE: u32 = 5000;
/// How long to wait where the browser has no locks.
const WITHOUT_LOCKS: u32 = 500;

/// What a tab does with its pen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Doing {
    /// It writes.
    #[default]
    Writing,
    /// It puts it down, since another tab erases.
    PuttingDown,
    /// It erases itself: it waits for its turn, and need not put its pen down.
    Erasing,
}

/// The pen of this tab.
#[derive(Debug)]
pub struct Pen {
    name: String,
    lock: RefCell<Option<Lock>>,
    down: Rc<Cell<bool>>,
    doing: Cell<Doing>,
}

impl Pen {
    /// Takes one; waits while somebody erases. `lost` is called when it is taken away.
    pub async fn take(namespace: &Namespace, lost: fn()) -> Self {
        let pen = Self {
            name: format!("{}:pens", namespace.name()),
            lock: RefCell::default(),
            down: Rc::default(),
            doing: Cell::default(),
        };
        pen.take_up(lost).await;
        pen
    }

    /// Whether this tab may no longer write.
    pub fn is_down(&self) -> bool {
        self.down.get()
    }

    /// Begins to put it down; `false` if it is on the way already, or this tab erases itself.
    pub fn begin_to_put_down(&self) -> bool {
        self.begin(Doing::PuttingDown)
    }

    /// Begins to erase; `false` if another tab has begun, or this one has.
    pub fn begin_to_erase(&self) -> bool {
        self.begin(Doing::Erasing)
    }

    /// A tab does one of the two; which one is settled before it waits for anything.
    fn begin(&self, doing: Doing) -> bool {
        let free = self.doing.get() == Doing::Writing;
        if free {
            self.doing.set(doing);
        }
        free
    }

    async fn take_up(&self, lost: fn()) {
        let down = self.down.clone();
        let lost = move || {
            down.set(true);
            lost();
        };
        let lock = locks::ask(&self.name, Asking::Shared, lost).await;
        *self.lock.borrow_mut() = lock;
    }

    /// Puts it down for good. Returns when whoever asked for that has ended.
    pub async fn put_down(&self) {
        self.down.set(true);
        let lock = self.lock.borrow_mut().take();
        match lock {
            Some(lock) => {
                lock.let_go();
                locks::ask(&self.name, Asking::Shared, || ()).await;
            }
            None => TimeoutFuture::new(2 * WITHOUT_LOCKS).await,
        }
    }

    /// Waits until no other tab has one, does something, and takes its own up again. The others have been asked.
    pub async fn alone<T>(&self, lost: fn(), work: impl Future<Output = T>) -> T {
        let lock = self.lock.borrow_mut().take();
        let Some(lock) = lock else {
            TimeoutFuture::new(WITHOUT_LOCKS).await;
            let done = work.await;
            self.doing.set(Doing::Writing);
            return done;
        };
        lock.let_go();
        let alone = match locks::ask(&self.name, Asking::Alone(PATIENCE), || ()).await {
            Some(alone) => Some(alone),
            None => locks::ask(&self.name, Asking::Taking, || ()).await,
        };
        let done = work.await;
        if let Some(alone) = alone {
            alone.let_go();
        }
        self.take_up(lost).await;
        self.doing.set(Doing::Writing);
        done
    }
}
