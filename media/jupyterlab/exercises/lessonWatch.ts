import type { FrameLanguage } from "../../../kernel/contracts/payloads/exerciseCheck.js";
import { type ExerciseAction, exerciseLine } from "../../../kernel/exercises/exerciseLine.js";
import { exerciseTexts } from "../../../kernel/exercises/exerciseTexts.js";
import { exerciseAt } from "../../../kernel/exercises/lesson.js";
import type { WidgetClass } from "../jupyterlab.js";
import { DamageLine } from "./damageLine.js";
import { type ExerciseActions, restore } from "./exerciseActions.js";
import { ExerciseBars } from "./exerciseBars.js";
import type { CellWidget, LessonPanel } from "./labNotebook.js";
import { cellWith, lessonOf, type OpenLesson, stateIn } from "./openLesson.js";

/** The least time between two looks at a notebook that is being edited, in milliseconds. */
const interval = 150;

/** Shows the exercises of a notebook at their cells, and above it whether locked cells were changed or deleted. */
export class LessonWatch {
  readonly #bars: ExerciseBars;
  readonly #line: DamageLine;
  #model: LessonPanel["content"]["model"] = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param tell says something about the lesson as a whole */
  constructor(
    private readonly panel: LessonPanel,
    Widget: WidgetClass,
    private readonly language: FrameLanguage,
    private readonly actions: ExerciseActions,
    private readonly tell: (words: string) => void,
  ) {
    this.#bars = new ExerciseBars(Widget, language, (cell) => ({
      act: (action) => this.#act(this.#placeOf(cell), action)?.words ?? "",
      answer: () => cell.model.sharedModel.getSource(),
      restore: () => this.restore(this.#placeOf(cell)),
    }));
    const place = new Widget();
    panel.contentHeader.addWidget(place);
    this.#line = new DamageLine(place, language, () => this.restore());
    panel.content.modelChanged.connect(this.#modelChanged);
    panel.disposed.connect(() => this.#end());
    this.#modelChanged();
  }

  /** Does something with the exercise of the active cell, and tells of it where its buttons are. */
  actAtActiveCell(action: ExerciseAction): void {
    const done = this.#act(this.panel.content.activeCellIndex, action);
    if (!done) return this.tell(exerciseTexts[this.language].noExercise);
    this.#bars.at(cellWith(done.lesson, done.answer))?.tell(done.words, action);
  }

  /** Restores the locked cell at this place, or without one all of the lesson's. */
  restore(at?: number): void {
    this.tell(restore(this.panel.content, this.language, at));
  }

  #act(
    at: number,
    action: ExerciseAction,
  ): { lesson: OpenLesson; answer?: string; words: string } | undefined {
    const lesson = lessonOf(this.panel.content);
    const exercise = lesson && exerciseAt(lesson, at);
    if (!lesson || !exercise) return undefined;
    const words = this.actions[action]({ lesson, exercise });
    // What is told of the action would be gone with the state that it has changed.
    this.#look();
    return { lesson, answer: exercise.answers.at(-1), words };
  }

  #placeOf(cell: CellWidget): number {
    return this.panel.content.widgets.indexOf(cell);
  }

  readonly #modelChanged = (): void => {
    this.#model?.contentChanged.disconnect(this.#soon);
    this.#model = this.panel.content.model;
    this.#model?.contentChanged.connect(this.#soon);
    this.#soon();
  };

  readonly #soon = (): void => {
    this.#timer ??= setTimeout(() => this.#look(), interval);
  };

  #end(): void {
    clearTimeout(this.#timer);
    this.#model?.contentChanged.disconnect(this.#soon);
    this.panel.content.modelChanged.disconnect(this.#modelChanged);
  }

  #look(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const lesson = lessonOf(this.panel.content);
    const stateOf = (exercise: OpenLesson["exercises"][number]) => stateIn(lesson!, exercise);
    this.#bars.forgetGone();
    this.panel.content.widgets.forEach((cell, at) =>
      this.#bars.show(cell, lesson && exerciseLine(lesson, at, stateOf, this.language)),
    );
    this.#line.show(lesson?.changes ?? []);
  }
}
