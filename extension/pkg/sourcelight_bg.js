/**
 * The marks on one element. They stay until `clear()`, even where this object is forgotten.
 */
export class Highlighting {
    static __wrap(ptr) {
        const obj = Object.create(Highlighting.prototype);
        obj.__wbg_ptr = ptr;
        HighlightingFinalization.register(obj, obj.__wbg_ptr, obj);
        return obj;
    }
    __destroy_into_raw() {
        const ptr = this.__wbg_ptr;
        this.__wbg_ptr = 0;
        HighlightingFinalization.unregister(this);
        return ptr;
    }
    free() {
        const ptr = this.__destroy_into_raw();
        wasm.__wbg_highlighting_free(ptr, 0);
    }
    /**
     * What the marks show.
     * @returns {Analysis}
     */
    get analysis() {
        const ret = wasm.highlighting_analysis(this.__wbg_ptr);
        return takeObject(ret);
    }
    /**
     * Takes every mark out. Calling it again does nothing.
     */
    clear() {
        wasm.highlighting_clear(this.__wbg_ptr);
    }
    /**
     * Lights up these stretches of the text, under the highlight name `sourcelight-focus`, in place
     * of those before; `[]` puts them out. Nothing lights up where the text has changed since.
     *
     * @throws Where the spans are no pairs of offsets within the text.
     * @param {Span[]} spans
     */
    focus(spans) {
        try {
            const retptr = wasm.__wbindgen_add_to_stack_pointer(-16) >>> 0;
            wasm.highlighting_focus(retptr, this.__wbg_ptr, addHeapObject(spans));
            var r0 = getDataViewMemory0().getInt32(retptr + 4 * 0, true);
            var r1 = getDataViewMemory0().getInt32(retptr + 4 * 1, true);
            if (r1) {
                throw takeObject(r0);
            }
        } finally {
            wasm.__wbindgen_add_to_stack_pointer(16);
        }
    }
    /**
     * The offset of the character at a point of the viewport (as `clientX`, `clientY` of a mouse event);
     * `undefined` outside the element, beside its text, and where the text has changed since.
     * @param {number} x
     * @param {number} y
     * @returns {number | undefined}
     */
    offsetAt(x, y) {
        const ret = wasm.highlighting_offsetAt(this.__wbg_ptr, x, y);
        return ret === Number.MAX_SAFE_INTEGER ? undefined : ret;
    }
    /**
     * A live range over a stretch of the text, for scrolling and geometry; `undefined` where there
     * is no such text, or where it has changed since.
     * @param {number} start
     * @param {number} end
     * @returns {Range | undefined}
     */
    rangeOf(start, end) {
        const ret = wasm.highlighting_rangeOf(this.__wbg_ptr, start, end);
        return takeObject(ret);
    }
}
if (Symbol.dispose) Highlighting.prototype[Symbol.dispose] = Highlighting.prototype.free;

/**
 * The text of a page that is marked: its article, or what a reader has selected.
 */
export class PageText {
    static __wrap(ptr) {
        const obj = Object.create(PageText.prototype);
        obj.__wbg_ptr = ptr;
        PageTextFinalization.register(obj, obj.__wbg_ptr, obj);
        return obj;
    }
    __destroy_into_raw() {
        const ptr = this.__wbg_ptr;
        this.__wbg_ptr = 0;
        PageTextFinalization.unregister(this);
        return ptr;
    }
    free() {
        const ptr = this.__destroy_into_raw();
        wasm.__wbg_pagetext_free(ptr, 0);
    }
    /**
     * Finds the article inside an element, such as `document.body`; `undefined` where there is hardly any prose.
     *
     * @throws Where the page is no element.
     * @param {Element} page
     * @returns {PageText | undefined}
     */
    static ofArticle(page) {
        const borrow0 = addBorrowedObject(page);
        try {
            const retptr = wasm.__wbindgen_add_to_stack_pointer(-16) >>> 0;
            wasm.pagetext_ofArticle(retptr, borrow0);
            var r0 = getDataViewMemory0().getInt32(retptr + 4 * 0, true);
            var r1 = getDataViewMemory0().getInt32(retptr + 4 * 1, true);
            var r2 = getDataViewMemory0().getInt32(retptr + 4 * 2, true);
            if (r2) {
                throw takeObject(r1);
            }
            return r0 === 0 ? undefined : PageText.__wrap(r0);
        } finally {
            wasm.__wbindgen_add_to_stack_pointer(16);
            heap[stack_pointer++] = undefined;
        }
    }
    /**
     * The paragraphs inside an element that a live range touches.
     *
     * @throws Where the page is no element.
     * @param {Element} page
     * @param {Range} range
     * @returns {PageText}
     */
    static ofSelection(page, range) {
        const borrow0 = addBorrowedObject(page);
        const borrow1 = addBorrowedObject(range);
        try {
            const retptr = wasm.__wbindgen_add_to_stack_pointer(-16) >>> 0;
            wasm.pagetext_ofSelection(retptr, borrow0, borrow1);
            var r0 = getDataViewMemory0().getInt32(retptr + 4 * 0, true);
            var r1 = getDataViewMemory0().getInt32(retptr + 4 * 1, true);
            var r2 = getDataViewMemory0().getInt32(retptr + 4 * 2, true);
            if (r2) {
                throw takeObject(r1);
            }
            return PageText.__wrap(r0);
        } finally {
            wasm.__wbindgen_add_to_stack_pointer(16);
            heap[stack_pointer++] = undefined;
            heap[stack_pointer++] = undefined;
        }
    }
    /**
     * Marks in place what an analysis of the text that was read last has found.
     *
     * @throws Where the analysis is none or does not fit the text.
     * @param {Analysis} analysis
     * @returns {Highlighting}
     */
    paint(analysis) {
        try {
            const retptr = wasm.__wbindgen_add_to_stack_pointer(-16) >>> 0;
            wasm.pagetext_paint(retptr, this.__wbg_ptr, addHeapObject(analysis));
            var r0 = getDataViewMemory0().getInt32(retptr + 4 * 0, true);
            var r1 = getDataViewMemory0().getInt32(retptr + 4 * 1, true);
            var r2 = getDataViewMemory0().getInt32(retptr + 4 * 2, true);
            if (r2) {
                throw takeObject(r1);
            }
            return Highlighting.__wrap(r0);
        } finally {
            wasm.__wbindgen_add_to_stack_pointer(16);
        }
    }
    /**
     * The elements that all of the text is in.
     * @returns {Element[]}
     */
    parts() {
        try {
            const retptr = wasm.__wbindgen_add_to_stack_pointer(-16) >>> 0;
            wasm.pagetext_parts(retptr, this.__wbg_ptr);
            var r0 = getDataViewMemory0().getInt32(retptr + 4 * 0, true);
            var r1 = getDataViewMemory0().getInt32(retptr + 4 * 1, true);
            var v1 = getArrayJsValueFromWasm0(r0, r1);
            wasm.__wbindgen_free(r0, r1 * 4, 4);
            return v1;
        } finally {
            wasm.__wbindgen_add_to_stack_pointer(16);
        }
    }
    /**
     * A live range over a stretch of the text that was read last; `undefined` where there is no such text.
     * @param {number} start
     * @param {number} end
     * @returns {Range | undefined}
     */
    rangeOf(start, end) {
        const ret = wasm.pagetext_rangeOf(this.__wbg_ptr, start, end);
        return takeObject(ret);
    }
    /**
     * The text as it is now; offsets refer to it until it is read again.
     * @returns {string}
     */
    read() {
        let deferred1_0;
        let deferred1_1;
        try {
            const retptr = wasm.__wbindgen_add_to_stack_pointer(-16) >>> 0;
            wasm.pagetext_read(retptr, this.__wbg_ptr);
            var r0 = getDataViewMemory0().getInt32(retptr + 4 * 0, true);
            var r1 = getDataViewMemory0().getInt32(retptr + 4 * 1, true);
            deferred1_0 = r0;
            deferred1_1 = r1;
            return getStringFromWasm0(r0, r1);
        } finally {
            wasm.__wbindgen_add_to_stack_pointer(16);
            wasm.__wbindgen_free(deferred1_0, deferred1_1, 1);
        }
    }
}
if (Symbol.dispose) PageText.prototype[Symbol.dispose] = PageText.prototype.free;

/**
 * Marks in place what an analysis of `readText(root)` has found.
 *
 * @throws Where the root is no element, or the analysis is none or does not fit the element's text.
 * @param {Element} root
 * @param {Analysis} analysis
 * @returns {Highlighting}
 */
export function paint(root, analysis) {
    const borrow0 = addBorrowedObject(root);
    try {
        const retptr = wasm.__wbindgen_add_to_stack_pointer(-16) >>> 0;
        wasm.paint(retptr, borrow0, addHeapObject(analysis));
        var r0 = getDataViewMemory0().getInt32(retptr + 4 * 0, true);
        var r1 = getDataViewMemory0().getInt32(retptr + 4 * 1, true);
        var r2 = getDataViewMemory0().getInt32(retptr + 4 * 2, true);
        if (r2) {
            throw takeObject(r1);
        }
        return Highlighting.__wrap(r0);
    } finally {
        wasm.__wbindgen_add_to_stack_pointer(16);
        heap[stack_pointer++] = undefined;
    }
}

/**
 * The text that a reader sees inside an element, and that offsets refer to: blocks are set apart by
 * an empty line, `<br>` is a line end, what is hidden is left out. Shadow trees are not entered.
 *
 * @throws Where the root is no element.
 * @param {Element} root
 * @returns {string}
 */
export function readText(root) {
    const borrow0 = addBorrowedObject(root);
    let deferred3_0;
    let deferred3_1;
    try {
        const retptr = wasm.__wbindgen_add_to_stack_pointer(-16) >>> 0;
        wasm.readText(retptr, borrow0);
        var r0 = getDataViewMemory0().getInt32(retptr + 4 * 0, true);
        var r1 = getDataViewMemory0().getInt32(retptr + 4 * 1, true);
        var r2 = getDataViewMemory0().getInt32(retptr + 4 * 2, true);
        var r3 = getDataViewMemory0().getInt32(retptr + 4 * 3, true);
        var ptr2 = r0;
        var len2 = r1;
        if (r3) {
            ptr2 = 0; len2 = 0;
            throw takeObject(r2);
        }
        deferred3_0 = ptr2;
        deferred3_1 = len2;
        return getStringFromWasm0(ptr2, len2);
    } finally {
        wasm.__wbindgen_add_to_stack_pointer(16);
        heap[stack_pointer++] = undefined;
        wasm.__wbindgen_free(deferred3_0, deferred3_1, 1);
    }
}

/**
 * The version of Sourcelight.
 * @returns {string}
 */
export function version() {
    let deferred1_0;
    let deferred1_1;
    try {
        const retptr = wasm.__wbindgen_add_to_stack_pointer(-16) >>> 0;
        wasm.version(retptr);
        var r0 = getDataViewMemory0().getInt32(retptr + 4 * 0, true);
        var r1 = getDataViewMemory0().getInt32(retptr + 4 * 1, true);
        deferred1_0 = r0;
        deferred1_1 = r1;
        return getStringFromWasm0(r0, r1);
    } finally {
        wasm.__wbindgen_add_to_stack_pointer(16);
        wasm.__wbindgen_free(deferred1_0, deferred1_1, 1);
    }
}
export function __wbg_Error_208446807d0d1e30(arg0, arg1) {
    const ret = Error(getStringFromWasm0(arg0, arg1));
    return addHeapObject(ret);
}
export function __wbg_Number_ff192a72a0dcdf6d(arg0) {
    const ret = Number(getObject(arg0));
    return ret;
}
export function __wbg_String_8564e559799eccda(arg0, arg1) {
    const ret = String(getObject(arg1));
    const ptr1 = passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
    const len1 = WASM_VECTOR_LEN;
    getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 1, len1, true);
    getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 0, ptr1, true);
}
export function __wbg___wbindgen_boolean_get_4f1baf9a00be3c74(arg0) {
    const v = getObject(arg0);
    const ret = typeof(v) === 'boolean' ? v : undefined;
    return isLikeNone(ret) ? 0xFFFFFF : ret ? 1 : 0;
}
export function __wbg___wbindgen_debug_string_f249a2a76caa9a55(arg0, arg1) {
    const ret = debugString(getObject(arg1));
    const ptr1 = passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
    const len1 = WASM_VECTOR_LEN;
    getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 1, len1, true);
    getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 0, ptr1, true);
}
export function __wbg___wbindgen_in_3f58a9d3b3a7eed2(arg0, arg1) {
    const ret = getObject(arg0) in getObject(arg1);
    return ret;
}
export function __wbg___wbindgen_is_falsy_d864b623500ae65d(arg0) {
    const ret = !getObject(arg0);
    return ret;
}
export function __wbg___wbindgen_is_function_741ff2bb612836f5(arg0) {
    const ret = typeof(getObject(arg0)) === 'function';
    return ret;
}
export function __wbg___wbindgen_is_null_c22311b1cc228e3a(arg0) {
    const ret = getObject(arg0) === null;
    return ret;
}
export function __wbg___wbindgen_is_object_8b968c3ab8e96595(arg0) {
    const val = getObject(arg0);
    const ret = typeof(val) === 'object' && val !== null;
    return ret;
}
export function __wbg___wbindgen_is_string_fc456fee5d3317de(arg0) {
    const ret = typeof(getObject(arg0)) === 'string';
    return ret;
}
export function __wbg___wbindgen_is_undefined_be5b34249ff1fc15(arg0) {
    const ret = getObject(arg0) === undefined;
    return ret;
}
export function __wbg___wbindgen_jsval_loose_eq_b2f214e2e4b30e36(arg0, arg1) {
    const ret = getObject(arg0) == getObject(arg1);
    return ret;
}
export function __wbg___wbindgen_number_get_934b640d0889af78(arg0, arg1) {
    const obj = getObject(arg1);
    const ret = typeof(obj) === 'number' ? obj : undefined;
    getDataViewMemory0().setFloat64((arg0 >>> 0) + 8 * 1, isLikeNone(ret) ? 0 : ret, true);
    getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 0, !isLikeNone(ret), true);
}
export function __wbg___wbindgen_string_get_7ce8eee7fd327545(arg0, arg1) {
    const obj = getObject(arg1);
    const ret = typeof(obj) === 'string' ? obj : undefined;
    var ptr1 = isLikeNone(ret) ? 0 : passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
    var len1 = WASM_VECTOR_LEN;
    getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 1, len1, true);
    getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 0, ptr1, true);
}
export function __wbg___wbindgen_throw_4c88d8bf264fd984(arg0, arg1) {
    throw new Error(getStringFromWasm0(arg0, arg1));
}
export function __wbg___wbindgen_typeof_ee4990276e02f607(arg0) {
    const ret = typeof getObject(arg0);
    return addHeapObject(ret);
}
export function __wbg_add_2f194f122453b62a(arg0, arg1) {
    getObject(arg0).add(getObject(arg1));
}
export function __wbg_add_cc54c2735f8bb6eb(arg0, arg1) {
    const ret = getObject(arg0).add(getObject(arg1));
    return addHeapObject(ret);
}
export function __wbg_appendChild_dbf7ad2f48413560() { return handleError(function (arg0, arg1) {
    const ret = getObject(arg0).appendChild(getObject(arg1));
    return addHeapObject(ret);
}, arguments); }
export function __wbg_appendData_99efff2edea6dc0c(arg0, arg1) {
    getObject(arg0).appendData(getObject(arg1));
}
export function __wbg_bottom_fd840749aac1de6e(arg0) {
    const ret = getObject(arg0).bottom;
    return ret;
}
export function __wbg_call_40b008ba32f73991() { return handleError(function (arg0, arg1) {
    const ret = getObject(arg0).call(getObject(arg1));
    return addHeapObject(ret);
}, arguments); }
export function __wbg_call_fc92fee6137d452d() { return handleError(function (arg0, arg1, arg2, arg3) {
    const ret = getObject(arg0).call(getObject(arg1), getObject(arg2), getObject(arg3));
    return addHeapObject(ret);
}, arguments); }
export function __wbg_className_21cd2b41431f18fa(arg0, arg1) {
    const ret = getObject(arg1).className;
    const ptr1 = passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
    const len1 = WASM_VECTOR_LEN;
    getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 1, len1, true);
    getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 0, ptr1, true);
}
export function __wbg_contains_743aa7c94499c269(arg0, arg1) {
    const ret = getObject(arg0).contains(getObject(arg1));
    return ret;
}
export function __wbg_createElement_de4a31ed2fb252be() { return handleError(function (arg0, arg1, arg2) {
    const ret = getObject(arg0).createElement(getStringFromWasm0(arg1, arg2));
    return addHeapObject(ret);
}, arguments); }
export function __wbg_createRange_d94ab95f29a3c437() { return handleError(function (arg0) {
    const ret = getObject(arg0).createRange();
    return addHeapObject(ret);
}, arguments); }
export function __wbg_data_01873510fac9b983(arg0) {
    const ret = getObject(arg0).data;
    return addHeapObject(ret);
}
export function __wbg_data_6e394f8166463083(arg0, arg1) {
    const ret = getObject(arg1).data;
    const ptr1 = passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
    const len1 = WASM_VECTOR_LEN;
    getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 1, len1, true);
    getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 0, ptr1, true);
}
export function __wbg_defaultView_a5c6f4959014ed14(arg0) {
    const ret = getObject(arg0).defaultView;
    return isLikeNone(ret) ? 0 : addHeapObject(ret);
}
export function __wbg_delete_cbbff6a14edfa1de(arg0, arg1) {
    const ret = getObject(arg0).delete(getObject(arg1));
    return ret;
}
export function __wbg_display_2151687e3a8860a7(arg0, arg1) {
    const ret = getObject(arg1).display;
    const ptr1 = passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
    const len1 = WASM_VECTOR_LEN;
    getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 1, len1, true);
    getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 0, ptr1, true);
}
export function __wbg_done_57e08d0be6e30c02(arg0) {
    const ret = getObject(arg0).done;
    return ret;
}
export function __wbg_entries_7bb1459bd9b5c2b9(arg0) {
    const ret = Object.entries(getObject(arg0));
    return addHeapObject(ret);
}
export function __wbg_error_757e9472f8410341(arg0, arg1) {
    let deferred0_0;
    let deferred0_1;
    try {
        deferred0_0 = arg0;
        deferred0_1 = arg1;
        console.error(getStringFromWasm0(arg0, arg1));
    } finally {
        wasm.__wbindgen_free(deferred0_0, deferred0_1, 1);
    }
}
export function __wbg_firstChild_8ba00f6fe3423297(arg0) {
    const ret = getObject(arg0).firstChild;
    return isLikeNone(ret) ? 0 : addHeapObject(ret);
}
export function __wbg_getAttribute_c7b80d4010284561(arg0, arg1, arg2, arg3) {
    const ret = getObject(arg1).getAttribute(getStringFromWasm0(arg2, arg3));
    var ptr1 = isLikeNone(ret) ? 0 : passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
    var len1 = WASM_VECTOR_LEN;
    getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 1, len1, true);
    getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 0, ptr1, true);
}
export function __wbg_getClientRects_3c096d928568f69b(arg0) {
    const ret = getObject(arg0).getClientRects();
    return isLikeNone(ret) ? 0 : addHeapObject(ret);
}
export function __wbg_getComputedStyle_3be93eadae0000a9() { return handleError(function (arg0, arg1) {
    const ret = getObject(arg0).getComputedStyle(getObject(arg1));
    return isLikeNone(ret) ? 0 : addHeapObject(ret);
}, arguments); }
export function __wbg_get_2080c49015e35254() { return handleError(function (arg0, arg1) {
    const ret = Reflect.get(getObject(arg0), getObject(arg1));
    return addHeapObject(ret);
}, arguments); }
export function __wbg_get_635eea311fa1a291() { return handleError(function (arg0, arg1) {
    const ret = Reflect.get(getObject(arg0), getObject(arg1));
    return addHeapObject(ret);
}, arguments); }
export function __wbg_get_bcce5fadc5d7d75d(arg0, arg1, arg2) {
    const ret = getObject(arg0).get(getStringFromWasm0(arg1, arg2));
    return isLikeNone(ret) ? 0 : addHeapObject(ret);
}
export function __wbg_get_d7176cfb76d71114(arg0, arg1) {
    const ret = getObject(arg0)[arg1 >>> 0];
    return addHeapObject(ret);
}
export function __wbg_get_d83c4b58c9faac91(arg0, arg1) {
    const ret = getObject(arg0)[arg1 >>> 0];
    return isLikeNone(ret) ? 0 : addHeapObject(ret);
}
export function __wbg_get_unchecked_e6325ad374eff861(arg0, arg1) {
    const ret = getObject(arg0)[arg1 >>> 0];
    return addHeapObject(ret);
}
export function __wbg_get_with_ref_key_fc601247060b7204(arg0, arg1) {
    const ret = getObject(arg0)[getObject(arg1)];
    return addHeapObject(ret);
}
export function __wbg_has_9b9a7a87a842ea13(arg0, arg1) {
    const ret = getObject(arg0).has(getObject(arg1));
    return ret;
}
export function __wbg_hidden_1e935cd87aad23fa(arg0) {
    const ret = getObject(arg0).hidden;
    return addHeapObject(ret);
}
export function __wbg_id_2aec05cae0b5abeb(arg0, arg1) {
    const ret = getObject(arg1).id;
    const ptr1 = passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
    const len1 = WASM_VECTOR_LEN;
    getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 1, len1, true);
    getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 0, ptr1, true);
}
export function __wbg_insertBefore_10ab0c19b463c12b() { return handleError(function (arg0, arg1, arg2) {
    const ret = getObject(arg0).insertBefore(getObject(arg1), getObject(arg2));
    return addHeapObject(ret);
}, arguments); }
export function __wbg_instanceof_ArrayBuffer_12cdaa4161423e6b(arg0) {
    let result;
    try {
        result = getObject(arg0) instanceof ArrayBuffer;
    } catch (_) {
        result = false;
    }
    const ret = result;
    return ret;
}
export function __wbg_instanceof_Uint8Array_d7aeb0dcb3108fea(arg0) {
    let result;
    try {
        result = getObject(arg0) instanceof Uint8Array;
    } catch (_) {
        result = false;
    }
    const ret = result;
    return ret;
}
export function __wbg_intersectsNode_b5a84898defb431a() { return handleError(function (arg0, arg1) {
    const ret = getObject(arg0).intersectsNode(getObject(arg1));
    return ret;
}, arguments); }
export function __wbg_isArray_bcf1376d0d732d08(arg0) {
    const ret = Array.isArray(getObject(arg0));
    return ret;
}
export function __wbg_isConnected_c529655b02d009e7(arg0) {
    const ret = getObject(arg0).isConnected;
    return ret;
}
export function __wbg_isSafeInteger_1a35ba4d31e71d38(arg0) {
    const ret = Number.isSafeInteger(getObject(arg0));
    return ret;
}
export function __wbg_is_2248ff2b575d60c7(arg0, arg1) {
    const ret = Object.is(getObject(arg0), getObject(arg1));
    return ret;
}
export function __wbg_iterator_e4c5e8f68ada7b58() {
    const ret = Symbol.iterator;
    return addHeapObject(ret);
}
export function __wbg_left_9df47701ff317a35(arg0) {
    const ret = getObject(arg0).left;
    return ret;
}
export function __wbg_length_186163212ffe79c3(arg0) {
    const ret = getObject(arg0).length;
    return ret;
}
export function __wbg_length_724759f093bebbae(arg0) {
    const ret = getObject(arg0).length;
    return ret;
}
export function __wbg_length_9af91c726707ec61(arg0) {
    const ret = getObject(arg0).length;
    return ret;
}
export function __wbg_length_b03a0fabb109b1e9(arg0) {
    const ret = getObject(arg0).length;
    return ret;
}
export function __wbg_localName_c685a19779d08730(arg0, arg1) {
    const ret = getObject(arg1).localName;
    const ptr1 = passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
    const len1 = WASM_VECTOR_LEN;
    getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 1, len1, true);
    getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 0, ptr1, true);
}
export function __wbg_new_13de428334042d26(arg0) {
    const ret = new Uint8Array(getObject(arg0));
    return addHeapObject(ret);
}
export function __wbg_new_787b9fb330d55d78(arg0, arg1) {
    const ret = new Error(getStringFromWasm0(arg0, arg1));
    return addHeapObject(ret);
}
export function __wbg_new_a66206b4c871a84e() {
    const ret = new Highlight();
    return addHeapObject(ret);
}
export function __wbg_new_bb74001155cb8ca8() {
    const ret = new Error();
    return addHeapObject(ret);
}
export function __wbg_new_c7b1865e8774eef4() { return handleError(function (arg0) {
    const ret = new StaticRange(getObject(arg0));
    return addHeapObject(ret);
}, arguments); }
export function __wbg_new_cd4348290afae586() {
    const ret = new Object();
    return addHeapObject(ret);
}
export function __wbg_new_fd797269d7ef65a5() {
    const ret = new WeakSet();
    return addHeapObject(ret);
}
export function __wbg_nextSibling_91136dc7a8ec9b09(arg0) {
    const ret = getObject(arg0).nextSibling;
    return isLikeNone(ret) ? 0 : addHeapObject(ret);
}
export function __wbg_next_178c1651c11432b3(arg0) {
    const ret = getObject(arg0).next;
    return addHeapObject(ret);
}
export function __wbg_next_af5ac6a08bb0a717() { return handleError(function (arg0) {
    const ret = getObject(arg0).next();
    return addHeapObject(ret);
}, arguments); }
export function __wbg_nodeType_5c5050c6571c3463(arg0) {
    const ret = getObject(arg0).nodeType;
    return ret;
}
export function __wbg_ownerDocument_adefd47fd596fe80(arg0) {
    const ret = getObject(arg0).ownerDocument;
    return isLikeNone(ret) ? 0 : addHeapObject(ret);
}
export function __wbg_parentNode_fe15bcc26df42856(arg0) {
    const ret = getObject(arg0).parentNode;
    return isLikeNone(ret) ? 0 : addHeapObject(ret);
}
export function __wbg_previousSibling_cba9b36350a54313(arg0) {
    const ret = getObject(arg0).previousSibling;
    return isLikeNone(ret) ? 0 : addHeapObject(ret);
}
export function __wbg_prototypesetcall_13162965d1fe7aa3(arg0, arg1, arg2) {
    Uint8Array.prototype.set.call(getArrayU8FromWasm0(arg0, arg1), getObject(arg2));
}
export function __wbg_querySelector_1555c239948f2bf0() { return handleError(function (arg0, arg1, arg2) {
    const ret = getObject(arg0).querySelector(getStringFromWasm0(arg1, arg2));
    return isLikeNone(ret) ? 0 : addHeapObject(ret);
}, arguments); }
export function __wbg_remove_8228e91d7ddbc755(arg0) {
    getObject(arg0).remove();
}
export function __wbg_remove_b28d816f9e896ff9(arg0) {
    getObject(arg0).remove();
}
export function __wbg_right_87f14139bda7986d(arg0) {
    const ret = getObject(arg0).right;
    return ret;
}
export function __wbg_setEnd_bed33f84d44f7f10() { return handleError(function (arg0, arg1, arg2) {
    getObject(arg0).setEnd(getObject(arg1), arg2 >>> 0);
}, arguments); }
export function __wbg_setStart_274773ccee3c34af() { return handleError(function (arg0, arg1, arg2) {
    getObject(arg0).setStart(getObject(arg1), arg2 >>> 0);
}, arguments); }
export function __wbg_set_className_fcd90345b3a090af(arg0, arg1, arg2) {
    getObject(arg0).className = getStringFromWasm0(arg1, arg2);
}
export function __wbg_set_end_container_d5aee6b1ffc438cb(arg0, arg1) {
    getObject(arg0).endContainer = getObject(arg1);
}
export function __wbg_set_end_offset_539502f1815d1526(arg0, arg1) {
    getObject(arg0).endOffset = arg1 >>> 0;
}
export function __wbg_set_f5f509b9b8473557(arg0, arg1, arg2, arg3) {
    getObject(arg0).set(getStringFromWasm0(arg1, arg2), getObject(arg3));
}
export function __wbg_set_priority_29e2de7feb8ce84a(arg0, arg1) {
    getObject(arg0).priority = arg1;
}
export function __wbg_set_start_container_82f8b7729bcbc5de(arg0, arg1) {
    getObject(arg0).startContainer = getObject(arg1);
}
export function __wbg_set_start_offset_5bb8654d311f8107(arg0, arg1) {
    getObject(arg0).startOffset = arg1 >>> 0;
}
export function __wbg_splitText_ccd98cb8b0e3bc07() { return handleError(function (arg0, arg1) {
    const ret = getObject(arg0).splitText(arg1 >>> 0);
    return addHeapObject(ret);
}, arguments); }
export function __wbg_stack_575c4e0918581b9c(arg0, arg1) {
    const ret = getObject(arg1).stack;
    const ptr1 = passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
    const len1 = WASM_VECTOR_LEN;
    getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 1, len1, true);
    getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 0, ptr1, true);
}
export function __wbg_top_2d45cda4e060d8bf(arg0) {
    const ret = getObject(arg0).top;
    return ret;
}
export function __wbg_value_e0f328965e184931(arg0) {
    const ret = getObject(arg0).value;
    return addHeapObject(ret);
}
export function __wbg_visibility_ab323c9edfba4a80(arg0, arg1) {
    const ret = getObject(arg1).visibility;
    const ptr1 = passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
    const len1 = WASM_VECTOR_LEN;
    getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 1, len1, true);
    getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 0, ptr1, true);
}
export function __wbg_whiteSpace_c672b61e09e29c19(arg0, arg1) {
    const ret = getObject(arg1).whiteSpace;
    const ptr1 = passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
    const len1 = WASM_VECTOR_LEN;
    getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 1, len1, true);
    getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 0, ptr1, true);
}
export function __wbg_width_d3c8d417d821d2fd(arg0) {
    const ret = getObject(arg0).width;
    return ret;
}
export function __wbindgen_generic_0000000000000001(arg0) {
    // Cast intrinsic for `F64 -> Externref`.
    const ret = arg0;
    return addHeapObject(ret);
}
export function __wbindgen_generic_0000000000000002(arg0, arg1) {
    // Cast intrinsic for `Ref(String) -> Externref`.
    const ret = getStringFromWasm0(arg0, arg1);
    return addHeapObject(ret);
}
export function __wbindgen_object_clone_ref(arg0) {
    const ret = getObject(arg0);
    return addHeapObject(ret);
}
export function __wbindgen_object_drop_ref(arg0) {
    takeObject(arg0);
}
const HighlightingFinalization = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {}, unregister: () => {} }
    : new FinalizationRegistry(ptr => wasm.__wbg_highlighting_free(ptr, 1));
const PageTextFinalization = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {}, unregister: () => {} }
    : new FinalizationRegistry(ptr => wasm.__wbg_pagetext_free(ptr, 1));

function addHeapObject(obj) {
    if (heap_next === heap.length) heap.push(heap.length + 1);
    const idx = heap_next;
    heap_next = heap[idx];

    heap[idx] = obj;
    return idx;
}

function addBorrowedObject(obj) {
    if (stack_pointer == 1) throw new Error('out of js stack');
    heap[--stack_pointer] = obj;
    return stack_pointer;
}

function debugString(val) {
    switch (typeof val) {
        // primitive types
        case 'number':
        case 'boolean':
        case 'undefined':
        return `${val}`;
        case 'string':
        return JSON.stringify(val);
        case 'bigint':
        return `${val}n`;
        case 'symbol':
        return val.description !== undefined
            ? `Symbol(${val.description})`
            : 'Symbol';
        case 'function':
        return typeof val.name === 'string' && val.name !== ''
            ? `Function(${val.name})`
            : 'Function';
        case 'object': {
            if (val === null) {
                return 'null';
            }
            // objects
            if (Array.isArray(val)) {
                return '[' + Array.from(val, debugString).join(', ') + ']';
            }
            // errors
            if (val instanceof Error) {
                return `${val.name}: ${val.message}\n${val.stack}`;
            }

            const toStringOutput = toString.call(val);
            // Test for built-in
            const className = /\[object ([^\]]+)\]/.exec(toStringOutput)?.[1];

            // Failed to match the standard '[object ClassName]'
            if (className === undefined) {
                return toStringOutput;
            }
            if (className === 'Object') {
                // we're a user defined class or Object
                // JSON.stringify avoids problems with cycles, and is generally much
                // easier than looping through ownProperties of `val`.
                try {
                    return 'Object(' + JSON.stringify(val) + ')';
                } catch (_) {
                    return 'Object';
                }
            }
            // TODO we could test for more things here, like `Set`s and `Map`s.
            return className;
        }
        // Per MDN: 'This list of values is exhaustive.'
        // https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Operators/typeof#description
    }
}

function dropObject(idx) {
    if (idx < 1028) return;
    heap[idx] = heap_next;
    heap_next = idx;
}

function getArrayJsValueFromWasm0(ptr, len) {
    ptr = ptr >>> 0;
    const mem = getDataViewMemory0();
    const result = [];
    for (let i = ptr; i < ptr + 4 * len; i += 4) {
        result.push(takeObject(mem.getUint32(i, true)));
    }
    return result;
}

function getArrayU8FromWasm0(ptr, len) {
    ptr = ptr >>> 0;
    return getUint8ArrayMemory0().subarray(ptr / 1, ptr / 1 + len);
}

let cachedDataViewMemory0 = null;
function getDataViewMemory0() {
    if (cachedDataViewMemory0 === null || cachedDataViewMemory0.buffer.detached === true || (cachedDataViewMemory0.buffer.detached === undefined && cachedDataViewMemory0.buffer !== wasm.memory.buffer)) {
        cachedDataViewMemory0 = new DataView(wasm.memory.buffer);
    }
    return cachedDataViewMemory0;
}

function getStringFromWasm0(ptr, len) {
    ptr = ptr >>> 0;
    return decodeText(getUint8ArrayMemory0().subarray(ptr, ptr + len));
}

let cachedUint8ArrayMemory0 = null;
function getUint8ArrayMemory0() {
    if (cachedUint8ArrayMemory0 === null || cachedUint8ArrayMemory0.byteLength === 0) {
        cachedUint8ArrayMemory0 = new Uint8Array(wasm.memory.buffer);
    }
    return cachedUint8ArrayMemory0;
}

function getObject(idx) { return heap[idx]; }

function handleError(f, args) {
    try {
        return f.apply(this, args);
    } catch (e) {
        wasm.__wbindgen_exn_store(addHeapObject(e));
    }
}

let heap = new Array(1024).fill(undefined);
heap.push(undefined, null, true, false);

let heap_next = heap.length;

function isLikeNone(x) {
    return x === undefined || x === null;
}

function passStringToWasm0(arg, malloc, realloc) {
    if (realloc === undefined) {
        const buf = cachedTextEncoder.encode(arg);
        const ptr = malloc(buf.length, 1) >>> 0;
        getUint8ArrayMemory0().subarray(ptr, ptr + buf.length).set(buf);
        WASM_VECTOR_LEN = buf.length;
        return ptr;
    }

    let len = arg.length;
    let ptr = malloc(len, 1) >>> 0;

    const mem = getUint8ArrayMemory0();

    let offset = 0;

    for (; offset < len; offset++) {
        const code = arg.charCodeAt(offset);
        if (code > 0x7F) break;
        mem[ptr + offset] = code;
    }
    if (offset !== len) {
        if (offset !== 0) {
            arg = arg.slice(offset);
        }
        ptr = realloc(ptr, len, len = offset + arg.length * 3, 1) >>> 0;
        const view = getUint8ArrayMemory0().subarray(ptr + offset, ptr + len);
        const ret = cachedTextEncoder.encodeInto(arg, view);

        offset += ret.written;
        ptr = realloc(ptr, len, offset, 1) >>> 0;
    }

    WASM_VECTOR_LEN = offset;
    return ptr;
}

let stack_pointer = 1024;

function takeObject(idx) {
    const ret = getObject(idx);
    dropObject(idx);
    return ret;
}

let cachedTextDecoder = new TextDecoder('utf-8', { ignoreBOM: true });
cachedTextDecoder.decode();
const MAX_SAFARI_DECODE_BYTES = 2146435072;
let numBytesDecoded = 0;
function decodeText(bytes) {
    numBytesDecoded += bytes.length;
    if (numBytesDecoded >= MAX_SAFARI_DECODE_BYTES) {
        cachedTextDecoder = new TextDecoder('utf-8', { ignoreBOM: true });
        cachedTextDecoder.decode();
        numBytesDecoded = bytes.length;
    }
    return cachedTextDecoder.decode(bytes);
}

const cachedTextEncoder = new TextEncoder();

if (!('encodeInto' in cachedTextEncoder)) {
    cachedTextEncoder.encodeInto = function (arg, view) {
        const buf = cachedTextEncoder.encode(arg);
        view.set(buf);
        return {
            read: arg.length,
            written: buf.length
        };
    };
}

let WASM_VECTOR_LEN = 0;


let wasm;
export function __wbg_set_wasm(val) {
    wasm = val;
}
