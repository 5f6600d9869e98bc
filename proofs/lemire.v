(* Every value below a bound is drawn by equally many words: for all word sizes and all bounds.

   A word x of N equally likely ones is multiplied by the bound s. The product's high part, x * s / N,
   is the value; its low part, x * s mod N, decides whether the word is kept: it must reach N mod s
   (D. Lemire, "Fast Random Integer Generation in an Interval", 2019). One word also serves several
   bounds, as a number in a mixed radix (N. Brackett-Rozinsky and D. Lemire, "Batched Ranged Random
   Integer Generation", 2024).

   coqc lemire.v checks it, and prints what each theorem takes for granted: nothing. *)

Require Import ZArith Lia Psatz List Bool.
Import ListNotations.
Open Scope Z_scope.

Definition value (N s x : Z) : Z := x * s / N.
Definition rest (N s x : Z) : Z := x * s mod N.
Definition kept (N s x : Z) : bool := N mod s <=? rest N s x.

(* How many of the words 0, 1, ..., N - 1 have a property. *)
Definition words (N : Z) : list Z := map Z.of_nat (seq 0 (Z.to_nat N)).
Definition count (N : Z) (has : Z -> bool) : Z := Z.of_nat (length (filter has (words N))).

(* The words of one value are the N / s neighbours from here on. *)
Definition first (N s k : Z) : Z := (k * N + N mod s + s - 1) / s.

Lemma words_of_a_value : forall N s k x, 0 < s <= N -> 0 <= k < s -> 0 <= x < N ->
  value N s x = k /\ N mod s <= rest N s x <-> first N s k <= x < first N s k + N / s.
Proof.
  intros N s k x Hs Hk Hx. unfold value, rest, first.
  pose proof (Z.div_mod N s ltac:(lia)) as HN.
  pose proof (Z.mod_pos_bound N s ltac:(lia)) as Hr.
  set (q := N / s) in *. set (r := N mod s) in *.
  pose proof (Z.div_mod (k * N + r + s - 1) s ltac:(lia)) as Ha.
  pose proof (Z.mod_pos_bound (k * N + r + s - 1) s ltac:(lia)) as Ha2.
  set (a := (k * N + r + s - 1) / s) in *.
  pose proof (Z.div_mod (x * s) N ltac:(lia)) as Hx2.
  pose proof (Z.mod_pos_bound (x * s) N ltac:(lia)) as Hx3.
  split.
  - intros [H1 H2]. rewrite H1 in Hx2. split; nia.
  - intros [H1 H2].
    assert (Hlo : k * N + r <= x * s) by nia.
    assert (Hhi : x * s < k * N + N) by nia.
    assert (Hd : x * s / N = k).
    { symmetry. apply (Z.div_unique (x * s) N k (x * s - N * k)); [left; lia | lia]. }
    split; [exact Hd |]. rewrite Hd in Hx2. lia.
Qed.

Lemma they_are_words : forall N s k, 0 < s <= N -> 0 <= k < s ->
  0 <= first N s k /\ first N s k + N / s <= N.
Proof.
  intros N s k Hs Hk. unfold first.
  pose proof (Z.div_mod N s ltac:(lia)) as HN.
  pose proof (Z.mod_pos_bound N s ltac:(lia)) as Hr.
  set (q := N / s) in *. set (r := N mod s) in *.
  pose proof (Z.div_mod (k * N + r + s - 1) s ltac:(lia)) as Ha.
  pose proof (Z.mod_pos_bound (k * N + r + s - 1) s ltac:(lia)) as Ha2.
  set (a := (k * N + r + s - 1) / s) in *.
  split; nia.
Qed.

(* Counting neighbours. *)
Lemma count_of_a_run : forall n a q, (a + q <= n)%nat ->
  length (filter (fun i => (a <=? i)%nat && (i <? a + q)%nat) (seq 0 n)) = q.
Proof.
  intros n a q H.
  replace n with (a + (q + (n - a - q)))%nat by lia.
  rewrite !seq_app, !filter_app, !app_length. cbn [Nat.add].
  assert (none : forall l, (forall i, In i l -> (i < a)%nat \/ (a + q <= i)%nat) ->
    filter (fun i => (a <=? i)%nat && (i <? a + q)%nat) l = []).
  { induction l as [|i l IH]; intros out; [reflexivity|]. cbn [filter].
    destruct (out i (or_introl eq_refl)) as [H1|H1];
      [rewrite (proj2 (Nat.leb_gt a i) H1) | rewrite (proj2 (Nat.ltb_ge i (a + q)) H1)];
      rewrite ?andb_false_r; apply IH; intros; apply out; right; assumption. }
  assert (all : forall l, (forall i, In i l -> (a <= i < a + q)%nat) ->
    filter (fun i => (a <=? i)%nat && (i <? a + q)%nat) l = l).
  { induction l as [|i l IH]; intros inside; [reflexivity|]. cbn [filter].
    destruct (inside i (or_introl eq_refl)) as [H1 H2].
    rewrite (proj2 (Nat.leb_le a i) H1), (proj2 (Nat.ltb_lt i (a + q)) H2). cbn.
    f_equal. apply IH. intros. apply inside. right. assumption. }
  rewrite none, all, none.
  - cbn. rewrite seq_length. lia.
  - intros i Hi. apply in_seq in Hi. lia.
  - intros i Hi. apply in_seq in Hi. lia.
  - intros i Hi. apply in_seq in Hi. lia.
Qed.

Lemma count_of_neighbours : forall N a q has, 0 <= a -> 0 <= q -> a + q <= N ->
  (forall x, 0 <= x < N -> (has x = true <-> a <= x < a + q)) -> count N has = q.
Proof.
  intros N a q has Ha Hq HN H. unfold count, words.
  rewrite <- (Z2Nat.id q) at 1 by lia. f_equal.
  rewrite <- (count_of_a_run (Z.to_nat N) (Z.to_nat a) (Z.to_nat q)) by lia.
  assert (step : forall l, (forall i, In i l -> (i < Z.to_nat N)%nat) ->
    length (filter has (map Z.of_nat l)) =
    length (filter (fun i => (Z.to_nat a <=? i)%nat && (i <? Z.to_nat a + Z.to_nat q)%nat) l)).
  { induction l as [|i l IH]; intros small; [reflexivity|]. cbn.
    assert (Hi := small i (or_introl eq_refl)).
    assert (Hh : has (Z.of_nat i) =
      (Z.to_nat a <=? i)%nat && (i <? Z.to_nat a + Z.to_nat q)%nat).
    { apply eq_true_iff_eq. rewrite andb_true_iff, Nat.leb_le, Nat.ltb_lt, H by lia. lia. }
    rewrite Hh. destruct (_ && _); cbn; rewrite IH; auto; intros; apply small; right; assumption. }
  apply step. intros i Hi. apply in_seq in Hi. lia.
Qed.

(* The promise: N / s words for each value, whatever the word size and the bound. *)
Theorem every_value_has_equally_many_words : forall N s k, 0 < s <= N -> 0 <= k < s ->
  count N (fun x => (value N s x =? k) && kept N s x) = N / s.
Proof.
  intros N s k Hs Hk. destruct (they_are_words N s k Hs Hk) as [H1 H2].
  apply (count_of_neighbours _ (first N s k)); [assumption | apply Z.div_pos; lia | assumption |].
  intros x Hx. unfold kept. rewrite andb_true_iff, Z.eqb_eq, Z.leb_le.
  apply words_of_a_value; assumption.
Qed.

(* Without the rejection some values have more words than others. *)
Example without_rejection_it_is_unfair :
  count 16 (fun x => value 16 3 x =? 0) = 6 /\ count 16 (fun x => value 16 3 x =? 1) = 5.
Proof. vm_compute. split; reflexivity. Qed.

Theorem a_value_is_below_the_bound : forall N s x, 0 < s <= N -> 0 <= x < N ->
  0 <= value N s x < s.
Proof.
  intros N s x Hs Hx. unfold value.
  split; [apply Z.div_pos; nia | apply Z.div_lt_upper_bound; nia].
Qed.

(* Fewer than half of the words are thrown away: N mod s of N. *)
Theorem most_words_are_kept : forall N s, 0 < s <= N -> 2 * (N mod s) < N.
Proof.
  intros N s Hs.
  pose proof (Z.div_mod N s ltac:(lia)).
  pose proof (Z.mod_pos_bound N s ltac:(lia)).
  assert (1 <= N / s) by (apply Z.div_le_lower_bound; lia).
  nia.
Qed.

(* How a word as wide as the bound finds N mod s: as (N - s) mod s. *)
Theorem the_threshold_needs_no_wider_word : forall N s, 0 < s <= N -> (N - s) mod s = N mod s.
Proof.
  intros N s Hs. replace (N - s) with (N + -1 * s) by lia. apply Z.mod_add. lia.
Qed.

(* Many bounds from one word: each takes the high part, and leaves the low part to the next. *)
Fixpoint digits (N x : Z) (bounds : list Z) : list Z :=
  match bounds with
  | [] => []
  | b :: bounds => value N b x :: digits N (rest N b x) bounds
  end.

Fixpoint product (bounds : list Z) : Z :=
  match bounds with [] => 1 | b :: bounds => b * product bounds end.

(* What the digits stand for in their mixed radix. *)
Fixpoint number (bounds ds : list Z) : Z :=
  match bounds, ds with
  | _ :: bounds, d :: ds => d * product bounds + number bounds ds
  | _, _ => 0
  end.

Definition are_digits (bounds ds : list Z) : Prop := Forall2 (fun b d => 0 <= d < b) bounds ds.

Lemma product_is_positive : forall bounds, Forall (fun b => 0 < b) bounds -> 0 < product bounds.
Proof. induction 1; cbn; nia. Qed.

Lemma number_is_below_the_product : forall bounds ds, are_digits bounds ds ->
  0 <= number bounds ds < product bounds.
Proof. induction 1; cbn in *; nia. Qed.

Lemma number_is_faithful : forall bounds ds es, are_digits bounds ds -> are_digits bounds es ->
  number bounds ds = number bounds es -> ds = es.
Proof.
  intros bounds ds es Hd. revert es.
  induction Hd as [|b d bounds ds H1 H2 IH]; intros es He E; inversion He; subst; [reflexivity|].
  cbn in E.
  pose proof (number_is_below_the_product _ _ H2).
  pose proof (number_is_below_the_product _ _ H5).
  assert (d = y) by nia. subst. f_equal. apply IH; [assumption | lia].
Qed.

Lemma digits_are_digits : forall N bounds x, 0 <= x < N -> Forall (fun b => 0 < b) bounds ->
  are_digits bounds (digits N x bounds).
Proof.
  intros N bounds x Hx H. revert x Hx.
  induction H as [|b bounds Hb H IH]; intros x Hx; cbn; constructor.
  - unfold value. split; [apply Z.div_pos; nia | apply Z.div_lt_upper_bound; nia].
  - apply IH. apply Z.mod_pos_bound. lia.
Qed.

(* The digits together are the value for the product of the bounds. *)
Theorem digits_spell_the_value : forall N bounds x, 0 <= x < N -> Forall (fun b => 0 < b) bounds ->
  number bounds (digits N x bounds) = value N (product bounds) x.
Proof.
  intros N bounds x Hx H. revert x Hx.
  induction H as [|b bounds Hb H IH]; intros x Hx; cbn.
  - unfold value. rewrite Z.mul_1_r, Z.div_small; lia.
  - rewrite IH by (apply Z.mod_pos_bound; lia). unfold value, rest.
    pose proof (Z.div_mod (x * b) N ltac:(lia)) as E.
    set (p := product bounds) in *.
    replace (x * (b * p)) with (x * b mod N * p + x * b / N * p * N) by nia.
    rewrite Z.div_add by lia. lia.
Qed.

(* So every row of digits comes from equally many words that are kept for the product. *)
Theorem every_row_of_digits_has_equally_many_words : forall N bounds ds,
  Forall (fun b => 0 < b) bounds -> product bounds <= N -> are_digits bounds ds ->
  count N (fun x => (if list_eq_dec Z.eq_dec (digits N x bounds) ds then true else false)
                    && kept N (product bounds) x)
  = N / product bounds.
Proof.
  intros N bounds ds Hb HN Hd.
  pose proof (product_is_positive _ Hb) as Hp.
  pose proof (number_is_below_the_product _ _ Hd) as Hk.
  destruct (they_are_words N (product bounds) (number bounds ds)) as [H1 H2]; [lia.. |].
  apply (count_of_neighbours _ (first N (product bounds) (number bounds ds)));
    [assumption | apply Z.div_pos; lia | assumption |].
  intros x Hx. rewrite <- words_of_a_value by lia.
  unfold kept. rewrite andb_true_iff, Z.leb_le, <- (digits_spell_the_value N bounds x) by assumption.
  apply and_iff_compat_r.
  destruct (list_eq_dec Z.eq_dec (digits N x bounds) ds) as [E|E].
  - rewrite E. tauto.
  - split; [discriminate|]. intros E2. exfalso. apply E.
    apply (number_is_faithful bounds); [apply digits_are_digits|..]; assumption.
Qed.

Print Assumptions every_value_has_equally_many_words.
Print Assumptions a_value_is_below_the_bound.
Print Assumptions most_words_are_kept.
Print Assumptions the_threshold_needs_no_wider_word.
Print Assumptions digits_spell_the_value.
Print Assumptions every_row_of_digits_has_equally_many_words.
