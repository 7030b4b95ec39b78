;; The two passes of Pillow's resize for 8-bit RGB. Weights are 22-bit fixed-point numbers, and pixels are processed
;; in pairs: one instruction multiplies and adds 2 taps of 4 values. It takes 16-bit factors, so a weight is split
;; into its upper and lower 11 bits, whose sums are combined at the end: exact in 32 bits.
;;
;; A weight table holds, for each pair of taps, the upper parts of both (2 x 16 bits), then their lower parts.
;; Rows may be written slightly past their end (3 and 15 bytes); the next row overwrites the excess.
(module
  (memory (export "memory") 16)

  ;; Columns: `rows` rows of `width` pixels, each the weighted mean of the `pairs` * 2 pixels from its offset on.
  (func (export "narrow")
    (param $source i32) (param $sourceStride i32) (param $rows i32) (param $target i32)
    (param $offsets i32) (param $weights i32) (param $width i32) (param $pairs i32)
    (local $x i32) (local $pair i32) (local $at i32) (local $weight i32)
    (local $upper v128) (local $lower v128) (local $taps v128)
    (if (i32.eqz (local.get $rows)) (then (return)))
    (loop $row
      (local.set $x (i32.const 0))
      (local.set $weight (local.get $weights))
      (loop $pixel
        (local.set $at
          (i32.add (local.get $source)
            (i32.load (i32.add (local.get $offsets) (i32.shl (local.get $x) (i32.const 2))))))
        (local.set $upper (v128.const i32x4 0 0 0 0))
        (local.set $lower (v128.const i32x4 0x200000 0x200000 0x200000 0x200000)) ;; one half
        (local.set $pair (local.get $pairs))
        (loop $taps2
          ;; r0 g0 b0 r1 g1 b1 -> r0 r1 g0 g1 b0 b1, 16 bits each
          (local.set $taps
            (i8x16.shuffle 0 16 3 16 1 16 4 16 2 16 5 16 16 16 16 16
              (v128.load64_zero (local.get $at))
              (v128.const i32x4 0 0 0 0)))
          (local.set $upper
            (i32x4.add (local.get $upper)
              (i32x4.dot_i16x8_s (local.get $taps) (v128.load32_splat (local.get $weight)))))
          (local.set $lower
            (i32x4.add (local.get $lower)
              (i32x4.dot_i16x8_s (local.get $taps) (v128.load32_splat offset=4 (local.get $weight)))))
          (local.set $at (i32.add (local.get $at) (i32.const 6)))
          (local.set $weight (i32.add (local.get $weight) (i32.const 8)))
          (br_if $taps2 (local.tee $pair (i32.sub (local.get $pair) (i32.const 1)))))
        (local.set $lower
          (i32x4.shr_u
            (i32x4.add (local.get $lower) (i32x4.shl (local.get $upper) (i32.const 11)))
            (i32.const 22)))
        (v128.store32_lane 0 (local.get $target)
          (i8x16.shuffle 0 4 8 12 0 0 0 0 0 0 0 0 0 0 0 0 (local.get $lower) (local.get $lower)))
        (local.set $target (i32.add (local.get $target) (i32.const 3)))
        (br_if $pixel
          (i32.lt_u (local.tee $x (i32.add (local.get $x) (i32.const 1))) (local.get $width))))
      (local.set $source (i32.add (local.get $source) (local.get $sourceStride)))
      (br_if $row (local.tee $rows (i32.sub (local.get $rows) (i32.const 1))))))

  ;; Rows: `height` rows of `stride` bytes, each the weighted mean of the `pairs` * 2 rows from its offset on.
  (func (export "shorten")
    (param $source i32) (param $stride i32) (param $height i32) (param $target i32)
    (param $offsets i32) (param $weights i32) (param $pairs i32)
    (local $x i32) (local $pair i32) (local $at i32) (local $weight i32)
    (local $first v128) (local $second v128) (local $low v128) (local $high v128)
    (local $weightUpper v128) (local $weightLower v128)
    (local $upper0 v128) (local $upper1 v128) (local $upper2 v128) (local $upper3 v128)
    (local $lower0 v128) (local $lower1 v128) (local $lower2 v128) (local $lower3 v128)
    (loop $row
      (local.set $x (i32.const 0))
      (loop $sixteen
        (local.set $at
          (i32.add (i32.add (local.get $source) (local.get $x)) (i32.load (local.get $offsets))))
        (local.set $weight (local.get $weights))
        (local.set $upper0 (v128.const i32x4 0 0 0 0))
        (local.set $upper1 (v128.const i32x4 0 0 0 0))
        (local.set $upper2 (v128.const i32x4 0 0 0 0))
        (local.set $upper3 (v128.const i32x4 0 0 0 0))
        (local.set $lower0 (v128.const i32x4 0x200000 0x200000 0x200000 0x200000)) ;; one half
        (local.set $lower1 (local.get $lower0))
        (local.set $lower2 (local.get $lower0))
        (local.set $lower3 (local.get $lower0))
        (local.set $pair (local.get $pairs))
        (loop $taps2
          (local.set $first (v128.load (local.get $at)))
          (local.set $second (v128.load (i32.add (local.get $at) (local.get $stride))))
          (local.set $weightUpper (v128.load32_splat (local.get $weight)))
          (local.set $weightLower (v128.load32_splat offset=4 (local.get $weight)))
          (local.set $low
            (i8x16.shuffle 0 16 1 17 2 18 3 19 4 20 5 21 6 22 7 23 (local.get $first) (local.get $second)))
          (local.set $high (i16x8.extend_high_i8x16_u (local.get $low)))
          (local.set $low (i16x8.extend_low_i8x16_u (local.get $low)))
          (local.set $upper0
            (i32x4.add (local.get $upper0) (i32x4.dot_i16x8_s (local.get $low) (local.get $weightUpper))))
          (local.set $lower0
            (i32x4.add (local.get $lower0) (i32x4.dot_i16x8_s (local.get $low) (local.get $weightLower))))
          (local.set $upper1
            (i32x4.add (local.get $upper1) (i32x4.dot_i16x8_s (local.get $high) (local.get $weightUpper))))
          (local.set $lower1
            (i32x4.add (local.get $lower1) (i32x4.dot_i16x8_s (local.get $high) (local.get $weightLower))))
          (local.set $low
            (i8x16.shuffle 8 24 9 25 10 26 11 27 12 28 13 29 14 30 15 31 (local.get $first) (local.get $second)))
          (local.set $high (i16x8.extend_high_i8x16_u (local.get $low)))
          (local.set $low (i16x8.extend_low_i8x16_u (local.get $low)))
          (local.set $upper2
            (i32x4.add (local.get $upper2) (i32x4.dot_i16x8_s (local.get $low) (local.get $weightUpper))))
          (local.set $lower2
            (i32x4.add (local.get $lower2) (i32x4.dot_i16x8_s (local.get $low) (local.get $weightLower))))
          (local.set $upper3
            (i32x4.add (local.get $upper3) (i32x4.dot_i16x8_s (local.get $high) (local.get $weightUpper))))
          (local.set $lower3
            (i32x4.add (local.get $lower3) (i32x4.dot_i16x8_s (local.get $high) (local.get $weightLower))))
          (local.set $at (i32.add (local.get $at) (i32.shl (local.get $stride) (i32.const 1))))
          (local.set $weight (i32.add (local.get $weight) (i32.const 8)))
          (br_if $taps2 (local.tee $pair (i32.sub (local.get $pair) (i32.const 1)))))
        (v128.store (i32.add (local.get $target) (local.get $x))
          (i8x16.narrow_i16x8_u
            (i16x8.narrow_i32x4_s
              (i32x4.shr_u
                (i32x4.add (local.get $lower0) (i32x4.shl (local.get $upper0) (i32.const 11)))
                (i32.const 22))
              (i32x4.shr_u
                (i32x4.add (local.get $lower1) (i32x4.shl (local.get $upper1) (i32.const 11)))
                (i32.const 22)))
            (i16x8.narrow_i32x4_s
              (i32x4.shr_u
                (i32x4.add (local.get $lower2) (i32x4.shl (local.get $upper2) (i32.const 11)))
                (i32.const 22))
              (i32x4.shr_u
                (i32x4.add (local.get $lower3) (i32x4.shl (local.get $upper3) (i32.const 11)))
                (i32.const 22)))))
        (br_if $sixteen
          (i32.lt_u (local.tee $x (i32.add (local.get $x) (i32.const 16))) (local.get $stride))))
      (local.set $target (i32.add (local.get $target) (local.get $stride)))
      (local.set $offsets (i32.add (local.get $offsets) (i32.const 4)))
      (local.set $weights (i32.add (local.get $weights) (i32.shl (local.get $pairs) (i32.const 3))))
      (br_if $row (local.tee $height (i32.sub (local.get $height) (i32.const 1)))))))
