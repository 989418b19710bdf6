//! The programs that run beside the page (`src/workers`). Whoever needs one has a helper of their own, which is loaded
//! when it is first asked something and does one job after the other, so that ending it ends nobody else's work.

use std::{
    cell::{Cell, RefCell},
    collections::{BTreeMap, VecDeque},
};

use js_sys::{Array, Reflect, Uint8Array};
use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

/// A program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Program {
    /// Seals and opens files.
    Sealing,
    /// Estimates passphrases.
    Strength,
}

impl Program {
    /// Its name in `window.mentorbookWorkers`, where the build puts the addresses of the scripts.
    fn name(self) -> &'static str {
        match self {
            Self::Sealing => "sealing",
            Self::Strength => "strength",
        }
    }

    fn start(self) -> Option<Worker> {
        let window = web_sys::window()?;
        let all = Reflect::get(&window, &"mentorbookWorkers".into()).ok()?;
        let script = Reflect::get(&all, &self.name().into()).ok()?.as_string()?;
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        Worker::new_with_options(&script, &options).ok()
    }
}

/// What comes of a job.
pub enum Said<A> {
    /// Something before the last answer.
    Meanwhile(A),
    /// The last answer, with the bytes beside it.
    Done(A, Vec<u8>),
    /// The program could not be loaded, or has ended, such as for want of memory.
    Broken,
}

/// What is told of a job, as it came.
type Told = Box<dyn FnMut(Said<String>)>;

struct Running {
    worker: Worker,
    /// What is asked once it listens; none from then on.
    waiting: Option<Vec<Array>>,
    /// Who is told, in the order in which they asked.
    asked: VecDeque<Told>,
}

thread_local! {
    static RUNNING: RefCell<BTreeMap<usize, Running>> = const { RefCell::new(BTreeMap::new()) };
    static NEXT: Cell<usize> = const { Cell::new(0) };
}

/// A program that runs for one part of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Helper {
    program: Program,
    number: usize,
}

impl Helper {
    /// One that is not loaded yet.
    pub fn new(program: Program) -> Self {
        Self { program, number: NEXT.replace(NEXT.get() + 1) }
    }

    /// Asks for a job, with bytes beside it.
    pub fn ask<A: DeserializeOwned>(self, job: &impl Serialize, bytes: &[u8], mut told: impl FnMut(Said<A>) + 'static) {
        let read = |text: String| serde_json::from_str::<A>(&text).ok();
        let told: Told = Box::new(move |said| {
            told(match said {
                Said::Meanwhile(text) => read(text).map_or(Said::Broken, Said::Meanwhile),
                Said::Done(text, bytes) => read(text).map_or(Said::Broken, |it| Said::Done(it, bytes)),
                Said::Broken => Said::Broken,
            });
        });
        let text = serde_json::to_string(job).unwrap_or_default();
        self.send(Array::of2(&text.into(), &Uint8Array::from(bytes)), told);
    }

    fn send(self, message: Array, mut told: Told) {
        if !RUNNING.with_borrow(|all| all.contains_key(&self.number)) {
            let Some(worker) = self.program.start() else { return told(Said::Broken) };
            self.listen(&worker);
            let running = Running { worker, waiting: Some(Vec::new()), asked: VecDeque::new() };
            RUNNING.with_borrow_mut(|all| all.insert(self.number, running));
        }
        self.with(|running| {
            running.asked.push_back(told);
            match &mut running.waiting {
                Some(waiting) => waiting.push(message),
                None => drop(running.worker.post_message(&message)),
            }
        });
    }

    /// Ends it, with all it does; nobody is told any more. What it needed of memory is given back, and it is loaded anew
    /// when it is asked again.
    pub fn stop(self) {
        if let Some(running) = RUNNING.with_borrow_mut(|all| all.remove(&self.number)) {
            running.worker.set_onmessage(None);
            running.worker.set_onerror(None);
            running.worker.terminate();
        }
    }

    fn with<T>(self, look: impl FnOnce(&mut Running) -> T) -> Option<T> {
        RUNNING.with_borrow_mut(|all| all.get_mut(&self.number).map(look))
    }

    fn listen(self, worker: &Worker) {
        let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| self.hear(&event.data()));
        let broken = Closure::<dyn FnMut(JsValue)>::new(move |_| {
            let asked = self.with(|running| std::mem::take(&mut running.asked));
            self.stop();
            asked.into_iter().flatten().for_each(|mut told| told(Said::Broken));
        });
        // The browser lets go of both with the worker.
        worker.set_onmessage(Some(heard.into_js_value().unchecked_ref()));
        worker.set_onerror(Some(broken.into_js_value().unchecked_ref()));
    }

    fn hear(self, message: &JsValue) {
        if message.is_null() {
            self.with(|running| {
                let waiting = running.waiting.take().unwrap_or_default();
                waiting.iter().for_each(|message| drop(running.worker.post_message(message)));
            });
            return;
        }
        let message = Array::from(message);
        let text = message.get(0).as_string().unwrap_or_default();
        // Whoever is told may ask again, or end it.
        let Some(mut told) = self.with(|running| running.asked.pop_front()).flatten() else { return };
        if message.get(2).is_truthy() {
            told(Said::Meanwhile(text));
            self.with(|running| running.asked.push_front(told));
        } else {
            let bytes = message.get(1).dyn_into::<Uint8Array>().map(|it| it.to_vec()).unwrap_or_default();
            told(Said::Done(text, bytes));
        }
    }
}
