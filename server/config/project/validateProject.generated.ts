// Generated from schemas/project.schema.json by `npm run generate`. Do not edit.
// @ts-nocheck
import type { SchemaFailure } from "../laws/SchemaFailure.ts";

const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","title":"Bitlaw project file","type":"object","additionalProperties":false,"properties":{"$schema":{"type":"string"},"extends":{"anyOf":[{"type":"string","pattern":"\\S"},{"type":"array","items":{"type":"string","pattern":"\\S"}}]},"rules":{"$ref":"#/definitions/rules"},"declare":{"$ref":"#/definitions/declare"},"laws":{"$ref":"#/definitions/laws"},"thresholds":{"$ref":"#/definitions/thresholds"},"ignore":{"type":"array","items":{"type":"string","pattern":"\\S"}},"suppressions":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["rules"],"properties":{"files":{"type":"array","items":{"type":"string","pattern":"\\S"}},"rules":{"type":"array","minItems":1,"items":{"$ref":"#/definitions/rule"}},"key":{"type":"string","pattern":"\\S"},"reason":{"type":"string","pattern":"\\S"}}}},"overrides":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["files"],"properties":{"files":{"type":"array","items":{"type":"string","pattern":"\\S"}},"rules":{"$ref":"#/definitions/rules"},"declare":{"$ref":"#/definitions/declare"},"laws":{"$ref":"#/definitions/laws"},"thresholds":{"$ref":"#/definitions/thresholds"}}}}},"definitions":{"severity":{"enum":["off","hint","information","warning","error"]},"rule":{"enum":["overtrained-for-format","overtrained-for-quantization","sub-4-bit-training","sub-4-bit-quantization","predicted-divergence","suboptimal-precision","suboptimal-float-layout","coarse-scaling","unstable-format","missing-high-precision-layers","single-seed-comparison","low-precision-state","low-precision-accumulation","conflicting-precision","quantized-base-full-finetune","compute-dtype-mismatch","loss-scaling","inactive-precision","unsupported-format","group-size-mismatch","inconsistent-architecture","unusable-value","duplicate-key","companion-disagrees","unread-companion","unknown-precision-value","misread-number","unknown-declaration","unused-suppression","unknown-suppression","invalid-project-file"]},"rules":{"type":"object","propertyNames":{"$ref":"#/definitions/rule"},"additionalProperties":{"$ref":"#/definitions/severity"}},"declare":{"type":"object","propertyNames":{"enum":["parameters","active_parameters","non_embedding_parameters","tokens","pretraining_tokens","world_size","sequence_length","weights","activations","kv_cache","quantization","method","measured","hardware","stage","accelerate_config"]},"properties":{"measured":{"anyOf":[{"type":"string"},{"type":"array","items":{"type":"string"}}]}},"additionalProperties":{"type":["string","number"]}},"laws":{"type":"object","additionalProperties":false,"properties":{"use":{"type":"array","items":{"type":"string","pattern":"\\S"}},"files":{"type":"array","items":{"type":"string","pattern":"\\S"}}}},"thresholds":{"type":"object","propertyNames":{"$ref":"#/definitions/rule"},"additionalProperties":{"type":"object","additionalProperties":{"type":"number"}}}}};
const schema15 = {"type":"object","propertyNames":{"enum":["parameters","active_parameters","non_embedding_parameters","tokens","pretraining_tokens","world_size","sequence_length","weights","activations","kv_cache","quantization","method","measured","hardware","stage","accelerate_config"]},"properties":{"measured":{"anyOf":[{"type":"string"},{"type":"array","items":{"type":"string"}}]}},"additionalProperties":{"type":["string","number"]}};
const schema16 = {"type":"object","additionalProperties":false,"properties":{"use":{"type":"array","items":{"type":"string","pattern":"\\S"}},"files":{"type":"array","items":{"type":"string","pattern":"\\S"}}}};
const schema13 = {"enum":["overtrained-for-format","overtrained-for-quantization","sub-4-bit-training","sub-4-bit-quantization","predicted-divergence","suboptimal-precision","suboptimal-float-layout","coarse-scaling","unstable-format","missing-high-precision-layers","single-seed-comparison","low-precision-state","low-precision-accumulation","conflicting-precision","quantized-base-full-finetune","compute-dtype-mismatch","loss-scaling","inactive-precision","unsupported-format","group-size-mismatch","inconsistent-architecture","unusable-value","duplicate-key","companion-disagrees","unread-companion","unknown-precision-value","misread-number","unknown-declaration","unused-suppression","unknown-suppression","invalid-project-file"]};
const func2 = Object.prototype.hasOwnProperty;
const pattern0 = new RegExp("\\S", "u");
const schema12 = {"type":"object","propertyNames":{"$ref":"#/definitions/rule"},"additionalProperties":{"$ref":"#/definitions/severity"}};
const schema14 = {"enum":["off","hint","information","warning","error"]};

function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
const _errs1 = errors;
if(!(((((((((((((((((((((((((((((((key0 === "overtrained-for-format") || (key0 === "overtrained-for-quantization")) || (key0 === "sub-4-bit-training")) || (key0 === "sub-4-bit-quantization")) || (key0 === "predicted-divergence")) || (key0 === "suboptimal-precision")) || (key0 === "suboptimal-float-layout")) || (key0 === "coarse-scaling")) || (key0 === "unstable-format")) || (key0 === "missing-high-precision-layers")) || (key0 === "single-seed-comparison")) || (key0 === "low-precision-state")) || (key0 === "low-precision-accumulation")) || (key0 === "conflicting-precision")) || (key0 === "quantized-base-full-finetune")) || (key0 === "compute-dtype-mismatch")) || (key0 === "loss-scaling")) || (key0 === "inactive-precision")) || (key0 === "unsupported-format")) || (key0 === "group-size-mismatch")) || (key0 === "inconsistent-architecture")) || (key0 === "unusable-value")) || (key0 === "duplicate-key")) || (key0 === "companion-disagrees")) || (key0 === "unread-companion")) || (key0 === "unknown-precision-value")) || (key0 === "misread-number")) || (key0 === "unknown-declaration")) || (key0 === "unused-suppression")) || (key0 === "unknown-suppression")) || (key0 === "invalid-project-file"))){
const err0 = {instancePath,schemaPath:"#/definitions/rule/enum",keyword:"enum",params:{allowedValues: schema13.enum},message:"must be equal to one of the allowed values",propertyName:key0};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
const err1 = {instancePath,schemaPath:"#/propertyNames",keyword:"propertyNames",params:{propertyName: key0},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
for(const key1 in data){
let data0 = data[key1];
if(!(((((data0 === "off") || (data0 === "hint")) || (data0 === "information")) || (data0 === "warning")) || (data0 === "error"))){
const err2 = {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/severity/enum",keyword:"enum",params:{allowedValues: schema14.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
else {
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate11.errors = vErrors;
return errors === 0;
}

const schema17 = {"type":"object","propertyNames":{"$ref":"#/definitions/rule"},"additionalProperties":{"type":"object","additionalProperties":{"type":"number"}}};

function validate13(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
const _errs1 = errors;
if(!(((((((((((((((((((((((((((((((key0 === "overtrained-for-format") || (key0 === "overtrained-for-quantization")) || (key0 === "sub-4-bit-training")) || (key0 === "sub-4-bit-quantization")) || (key0 === "predicted-divergence")) || (key0 === "suboptimal-precision")) || (key0 === "suboptimal-float-layout")) || (key0 === "coarse-scaling")) || (key0 === "unstable-format")) || (key0 === "missing-high-precision-layers")) || (key0 === "single-seed-comparison")) || (key0 === "low-precision-state")) || (key0 === "low-precision-accumulation")) || (key0 === "conflicting-precision")) || (key0 === "quantized-base-full-finetune")) || (key0 === "compute-dtype-mismatch")) || (key0 === "loss-scaling")) || (key0 === "inactive-precision")) || (key0 === "unsupported-format")) || (key0 === "group-size-mismatch")) || (key0 === "inconsistent-architecture")) || (key0 === "unusable-value")) || (key0 === "duplicate-key")) || (key0 === "companion-disagrees")) || (key0 === "unread-companion")) || (key0 === "unknown-precision-value")) || (key0 === "misread-number")) || (key0 === "unknown-declaration")) || (key0 === "unused-suppression")) || (key0 === "unknown-suppression")) || (key0 === "invalid-project-file"))){
const err0 = {instancePath,schemaPath:"#/definitions/rule/enum",keyword:"enum",params:{allowedValues: schema13.enum},message:"must be equal to one of the allowed values",propertyName:key0};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
const err1 = {instancePath,schemaPath:"#/propertyNames",keyword:"propertyNames",params:{propertyName: key0},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
for(const key1 in data){
let data0 = data[key1];
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
for(const key2 in data0){
let data1 = data0[key2];
if(!((typeof data1 == "number") && (isFinite(data1)))){
const err2 = {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/additionalProperties/additionalProperties/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
else {
const err3 = {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/additionalProperties/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate13.errors = vErrors;
return errors === 0;
}


function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema11.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.$schema !== undefined){
if(typeof data.$schema !== "string"){
const err1 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.extends !== undefined){
let data1 = data.extends;
const _errs5 = errors;
let valid1 = false;
const _errs6 = errors;
if(typeof data1 === "string"){
if(!pattern0.test(data1)){
const err2 = {instancePath:instancePath+"/extends",schemaPath:"#/properties/extends/anyOf/0/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/extends",schemaPath:"#/properties/extends/anyOf/0/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
var _valid0 = _errs6 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const _errs8 = errors;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(typeof data2 === "string"){
if(!pattern0.test(data2)){
const err4 = {instancePath:instancePath+"/extends/" + i0,schemaPath:"#/properties/extends/anyOf/1/items/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/extends/" + i0,schemaPath:"#/properties/extends/anyOf/1/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath:instancePath+"/extends",schemaPath:"#/properties/extends/anyOf/1/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
var _valid0 = _errs8 === errors;
valid1 = valid1 || _valid0;
}
if(!valid1){
const err7 = {instancePath:instancePath+"/extends",schemaPath:"#/properties/extends/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
else {
errors = _errs5;
if(vErrors !== null){
if(_errs5){
vErrors.length = _errs5;
}
else {
vErrors = null;
}
}
}
}
if(data.rules !== undefined){
if(!(validate11(data.rules, {instancePath:instancePath+"/rules",parentData:data,parentDataProperty:"rules",rootData}))){
vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
errors = vErrors.length;
}
}
if(data.declare !== undefined){
let data4 = data.declare;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
for(const key1 in data4){
const _errs16 = errors;
if(!((((((((((((((((key1 === "parameters") || (key1 === "active_parameters")) || (key1 === "non_embedding_parameters")) || (key1 === "tokens")) || (key1 === "pretraining_tokens")) || (key1 === "world_size")) || (key1 === "sequence_length")) || (key1 === "weights")) || (key1 === "activations")) || (key1 === "kv_cache")) || (key1 === "quantization")) || (key1 === "method")) || (key1 === "measured")) || (key1 === "hardware")) || (key1 === "stage")) || (key1 === "accelerate_config"))){
const err8 = {instancePath:instancePath+"/declare",schemaPath:"#/definitions/declare/propertyNames/enum",keyword:"enum",params:{allowedValues: schema15.propertyNames.enum},message:"must be equal to one of the allowed values",propertyName:key1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
var valid5 = _errs16 === errors;
if(!valid5){
const err9 = {instancePath:instancePath+"/declare",schemaPath:"#/definitions/declare/propertyNames",keyword:"propertyNames",params:{propertyName: key1},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
for(const key2 in data4){
if(!(key2 === "measured")){
let data5 = data4[key2];
if((typeof data5 !== "string") && (!((typeof data5 == "number") && (isFinite(data5))))){
const err10 = {instancePath:instancePath+"/declare/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/declare/additionalProperties/type",keyword:"type",params:{type: schema15.additionalProperties.type},message:"must be string,number"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
if(data4.measured !== undefined){
let data6 = data4.measured;
const _errs21 = errors;
let valid8 = false;
const _errs22 = errors;
if(typeof data6 !== "string"){
const err11 = {instancePath:instancePath+"/declare/measured",schemaPath:"#/definitions/declare/properties/measured/anyOf/0/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
var _valid1 = _errs22 === errors;
valid8 = valid8 || _valid1;
if(!valid8){
const _errs24 = errors;
if(Array.isArray(data6)){
const len1 = data6.length;
for(let i1=0; i1<len1; i1++){
if(typeof data6[i1] !== "string"){
const err12 = {instancePath:instancePath+"/declare/measured/" + i1,schemaPath:"#/definitions/declare/properties/measured/anyOf/1/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath:instancePath+"/declare/measured",schemaPath:"#/definitions/declare/properties/measured/anyOf/1/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
var _valid1 = _errs24 === errors;
valid8 = valid8 || _valid1;
}
if(!valid8){
const err14 = {instancePath:instancePath+"/declare/measured",schemaPath:"#/definitions/declare/properties/measured/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
else {
errors = _errs21;
if(vErrors !== null){
if(_errs21){
vErrors.length = _errs21;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err15 = {instancePath:instancePath+"/declare",schemaPath:"#/definitions/declare/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.laws !== undefined){
let data8 = data.laws;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
for(const key3 in data8){
if(!((key3 === "use") || (key3 === "files"))){
const err16 = {instancePath:instancePath+"/laws",schemaPath:"#/definitions/laws/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data8.use !== undefined){
let data9 = data8.use;
if(Array.isArray(data9)){
const len2 = data9.length;
for(let i2=0; i2<len2; i2++){
let data10 = data9[i2];
if(typeof data10 === "string"){
if(!pattern0.test(data10)){
const err17 = {instancePath:instancePath+"/laws/use/" + i2,schemaPath:"#/definitions/laws/properties/use/items/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/laws/use/" + i2,schemaPath:"#/definitions/laws/properties/use/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
else {
const err19 = {instancePath:instancePath+"/laws/use",schemaPath:"#/definitions/laws/properties/use/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data8.files !== undefined){
let data11 = data8.files;
if(Array.isArray(data11)){
const len3 = data11.length;
for(let i3=0; i3<len3; i3++){
let data12 = data11[i3];
if(typeof data12 === "string"){
if(!pattern0.test(data12)){
const err20 = {instancePath:instancePath+"/laws/files/" + i3,schemaPath:"#/definitions/laws/properties/files/items/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
else {
const err21 = {instancePath:instancePath+"/laws/files/" + i3,schemaPath:"#/definitions/laws/properties/files/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
else {
const err22 = {instancePath:instancePath+"/laws/files",schemaPath:"#/definitions/laws/properties/files/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath:instancePath+"/laws",schemaPath:"#/definitions/laws/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.thresholds !== undefined){
if(!(validate13(data.thresholds, {instancePath:instancePath+"/thresholds",parentData:data,parentDataProperty:"thresholds",rootData}))){
vErrors = vErrors === null ? validate13.errors : vErrors.concat(validate13.errors);
errors = vErrors.length;
}
}
if(data.ignore !== undefined){
let data14 = data.ignore;
if(Array.isArray(data14)){
const len4 = data14.length;
for(let i4=0; i4<len4; i4++){
let data15 = data14[i4];
if(typeof data15 === "string"){
if(!pattern0.test(data15)){
const err24 = {instancePath:instancePath+"/ignore/" + i4,schemaPath:"#/properties/ignore/items/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
else {
const err25 = {instancePath:instancePath+"/ignore/" + i4,schemaPath:"#/properties/ignore/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
else {
const err26 = {instancePath:instancePath+"/ignore",schemaPath:"#/properties/ignore/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data.suppressions !== undefined){
let data16 = data.suppressions;
if(Array.isArray(data16)){
const len5 = data16.length;
for(let i5=0; i5<len5; i5++){
let data17 = data16[i5];
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
if(data17.rules === undefined){
const err27 = {instancePath:instancePath+"/suppressions/" + i5,schemaPath:"#/properties/suppressions/items/required",keyword:"required",params:{missingProperty: "rules"},message:"must have required property '"+"rules"+"'"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
for(const key4 in data17){
if(!((((key4 === "files") || (key4 === "rules")) || (key4 === "key")) || (key4 === "reason"))){
const err28 = {instancePath:instancePath+"/suppressions/" + i5,schemaPath:"#/properties/suppressions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data17.files !== undefined){
let data18 = data17.files;
if(Array.isArray(data18)){
const len6 = data18.length;
for(let i6=0; i6<len6; i6++){
let data19 = data18[i6];
if(typeof data19 === "string"){
if(!pattern0.test(data19)){
const err29 = {instancePath:instancePath+"/suppressions/" + i5+"/files/" + i6,schemaPath:"#/properties/suppressions/items/properties/files/items/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
else {
const err30 = {instancePath:instancePath+"/suppressions/" + i5+"/files/" + i6,schemaPath:"#/properties/suppressions/items/properties/files/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
else {
const err31 = {instancePath:instancePath+"/suppressions/" + i5+"/files",schemaPath:"#/properties/suppressions/items/properties/files/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data17.rules !== undefined){
let data20 = data17.rules;
if(Array.isArray(data20)){
if(data20.length < 1){
const err32 = {instancePath:instancePath+"/suppressions/" + i5+"/rules",schemaPath:"#/properties/suppressions/items/properties/rules/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
const len7 = data20.length;
for(let i7=0; i7<len7; i7++){
let data21 = data20[i7];
if(!(((((((((((((((((((((((((((((((data21 === "overtrained-for-format") || (data21 === "overtrained-for-quantization")) || (data21 === "sub-4-bit-training")) || (data21 === "sub-4-bit-quantization")) || (data21 === "predicted-divergence")) || (data21 === "suboptimal-precision")) || (data21 === "suboptimal-float-layout")) || (data21 === "coarse-scaling")) || (data21 === "unstable-format")) || (data21 === "missing-high-precision-layers")) || (data21 === "single-seed-comparison")) || (data21 === "low-precision-state")) || (data21 === "low-precision-accumulation")) || (data21 === "conflicting-precision")) || (data21 === "quantized-base-full-finetune")) || (data21 === "compute-dtype-mismatch")) || (data21 === "loss-scaling")) || (data21 === "inactive-precision")) || (data21 === "unsupported-format")) || (data21 === "group-size-mismatch")) || (data21 === "inconsistent-architecture")) || (data21 === "unusable-value")) || (data21 === "duplicate-key")) || (data21 === "companion-disagrees")) || (data21 === "unread-companion")) || (data21 === "unknown-precision-value")) || (data21 === "misread-number")) || (data21 === "unknown-declaration")) || (data21 === "unused-suppression")) || (data21 === "unknown-suppression")) || (data21 === "invalid-project-file"))){
const err33 = {instancePath:instancePath+"/suppressions/" + i5+"/rules/" + i7,schemaPath:"#/definitions/rule/enum",keyword:"enum",params:{allowedValues: schema13.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
}
else {
const err34 = {instancePath:instancePath+"/suppressions/" + i5+"/rules",schemaPath:"#/properties/suppressions/items/properties/rules/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data17.key !== undefined){
let data22 = data17.key;
if(typeof data22 === "string"){
if(!pattern0.test(data22)){
const err35 = {instancePath:instancePath+"/suppressions/" + i5+"/key",schemaPath:"#/properties/suppressions/items/properties/key/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
else {
const err36 = {instancePath:instancePath+"/suppressions/" + i5+"/key",schemaPath:"#/properties/suppressions/items/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data17.reason !== undefined){
let data23 = data17.reason;
if(typeof data23 === "string"){
if(!pattern0.test(data23)){
const err37 = {instancePath:instancePath+"/suppressions/" + i5+"/reason",schemaPath:"#/properties/suppressions/items/properties/reason/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
else {
const err38 = {instancePath:instancePath+"/suppressions/" + i5+"/reason",schemaPath:"#/properties/suppressions/items/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
}
else {
const err39 = {instancePath:instancePath+"/suppressions/" + i5,schemaPath:"#/properties/suppressions/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
else {
const err40 = {instancePath:instancePath+"/suppressions",schemaPath:"#/properties/suppressions/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data.overrides !== undefined){
let data24 = data.overrides;
if(Array.isArray(data24)){
const len8 = data24.length;
for(let i8=0; i8<len8; i8++){
let data25 = data24[i8];
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
if(data25.files === undefined){
const err41 = {instancePath:instancePath+"/overrides/" + i8,schemaPath:"#/properties/overrides/items/required",keyword:"required",params:{missingProperty: "files"},message:"must have required property '"+"files"+"'"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
for(const key5 in data25){
if(!(((((key5 === "files") || (key5 === "rules")) || (key5 === "declare")) || (key5 === "laws")) || (key5 === "thresholds"))){
const err42 = {instancePath:instancePath+"/overrides/" + i8,schemaPath:"#/properties/overrides/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data25.files !== undefined){
let data26 = data25.files;
if(Array.isArray(data26)){
const len9 = data26.length;
for(let i9=0; i9<len9; i9++){
let data27 = data26[i9];
if(typeof data27 === "string"){
if(!pattern0.test(data27)){
const err43 = {instancePath:instancePath+"/overrides/" + i8+"/files/" + i9,schemaPath:"#/properties/overrides/items/properties/files/items/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
else {
const err44 = {instancePath:instancePath+"/overrides/" + i8+"/files/" + i9,schemaPath:"#/properties/overrides/items/properties/files/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
}
else {
const err45 = {instancePath:instancePath+"/overrides/" + i8+"/files",schemaPath:"#/properties/overrides/items/properties/files/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data25.rules !== undefined){
if(!(validate11(data25.rules, {instancePath:instancePath+"/overrides/" + i8+"/rules",parentData:data25,parentDataProperty:"rules",rootData}))){
vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
errors = vErrors.length;
}
}
if(data25.declare !== undefined){
let data29 = data25.declare;
if(data29 && typeof data29 == "object" && !Array.isArray(data29)){
for(const key6 in data29){
const _errs75 = errors;
if(!((((((((((((((((key6 === "parameters") || (key6 === "active_parameters")) || (key6 === "non_embedding_parameters")) || (key6 === "tokens")) || (key6 === "pretraining_tokens")) || (key6 === "world_size")) || (key6 === "sequence_length")) || (key6 === "weights")) || (key6 === "activations")) || (key6 === "kv_cache")) || (key6 === "quantization")) || (key6 === "method")) || (key6 === "measured")) || (key6 === "hardware")) || (key6 === "stage")) || (key6 === "accelerate_config"))){
const err46 = {instancePath:instancePath+"/overrides/" + i8+"/declare",schemaPath:"#/definitions/declare/propertyNames/enum",keyword:"enum",params:{allowedValues: schema15.propertyNames.enum},message:"must be equal to one of the allowed values",propertyName:key6};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
var valid33 = _errs75 === errors;
if(!valid33){
const err47 = {instancePath:instancePath+"/overrides/" + i8+"/declare",schemaPath:"#/definitions/declare/propertyNames",keyword:"propertyNames",params:{propertyName: key6},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
for(const key7 in data29){
if(!(key7 === "measured")){
let data30 = data29[key7];
if((typeof data30 !== "string") && (!((typeof data30 == "number") && (isFinite(data30))))){
const err48 = {instancePath:instancePath+"/overrides/" + i8+"/declare/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/declare/additionalProperties/type",keyword:"type",params:{type: schema15.additionalProperties.type},message:"must be string,number"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
}
if(data29.measured !== undefined){
let data31 = data29.measured;
const _errs80 = errors;
let valid36 = false;
const _errs81 = errors;
if(typeof data31 !== "string"){
const err49 = {instancePath:instancePath+"/overrides/" + i8+"/declare/measured",schemaPath:"#/definitions/declare/properties/measured/anyOf/0/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
var _valid2 = _errs81 === errors;
valid36 = valid36 || _valid2;
if(!valid36){
const _errs83 = errors;
if(Array.isArray(data31)){
const len10 = data31.length;
for(let i10=0; i10<len10; i10++){
if(typeof data31[i10] !== "string"){
const err50 = {instancePath:instancePath+"/overrides/" + i8+"/declare/measured/" + i10,schemaPath:"#/definitions/declare/properties/measured/anyOf/1/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
}
else {
const err51 = {instancePath:instancePath+"/overrides/" + i8+"/declare/measured",schemaPath:"#/definitions/declare/properties/measured/anyOf/1/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
var _valid2 = _errs83 === errors;
valid36 = valid36 || _valid2;
}
if(!valid36){
const err52 = {instancePath:instancePath+"/overrides/" + i8+"/declare/measured",schemaPath:"#/definitions/declare/properties/measured/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
else {
errors = _errs80;
if(vErrors !== null){
if(_errs80){
vErrors.length = _errs80;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err53 = {instancePath:instancePath+"/overrides/" + i8+"/declare",schemaPath:"#/definitions/declare/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
if(data25.laws !== undefined){
let data33 = data25.laws;
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
for(const key8 in data33){
if(!((key8 === "use") || (key8 === "files"))){
const err54 = {instancePath:instancePath+"/overrides/" + i8+"/laws",schemaPath:"#/definitions/laws/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
if(data33.use !== undefined){
let data34 = data33.use;
if(Array.isArray(data34)){
const len11 = data34.length;
for(let i11=0; i11<len11; i11++){
let data35 = data34[i11];
if(typeof data35 === "string"){
if(!pattern0.test(data35)){
const err55 = {instancePath:instancePath+"/overrides/" + i8+"/laws/use/" + i11,schemaPath:"#/definitions/laws/properties/use/items/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
else {
const err56 = {instancePath:instancePath+"/overrides/" + i8+"/laws/use/" + i11,schemaPath:"#/definitions/laws/properties/use/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
}
else {
const err57 = {instancePath:instancePath+"/overrides/" + i8+"/laws/use",schemaPath:"#/definitions/laws/properties/use/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
if(data33.files !== undefined){
let data36 = data33.files;
if(Array.isArray(data36)){
const len12 = data36.length;
for(let i12=0; i12<len12; i12++){
let data37 = data36[i12];
if(typeof data37 === "string"){
if(!pattern0.test(data37)){
const err58 = {instancePath:instancePath+"/overrides/" + i8+"/laws/files/" + i12,schemaPath:"#/definitions/laws/properties/files/items/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
else {
const err59 = {instancePath:instancePath+"/overrides/" + i8+"/laws/files/" + i12,schemaPath:"#/definitions/laws/properties/files/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
}
else {
const err60 = {instancePath:instancePath+"/overrides/" + i8+"/laws/files",schemaPath:"#/definitions/laws/properties/files/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
}
else {
const err61 = {instancePath:instancePath+"/overrides/" + i8+"/laws",schemaPath:"#/definitions/laws/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
if(data25.thresholds !== undefined){
if(!(validate13(data25.thresholds, {instancePath:instancePath+"/overrides/" + i8+"/thresholds",parentData:data25,parentDataProperty:"thresholds",rootData}))){
vErrors = vErrors === null ? validate13.errors : vErrors.concat(validate13.errors);
errors = vErrors.length;
}
}
}
else {
const err62 = {instancePath:instancePath+"/overrides/" + i8,schemaPath:"#/properties/overrides/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
}
else {
const err63 = {instancePath:instancePath+"/overrides",schemaPath:"#/properties/overrides/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
}
else {
const err64 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}

/** Whether a value has the shape of a project file; `errors` says why not. */
export const validateProject: { (value: unknown): boolean; errors?: readonly SchemaFailure[] | null } = validate10;
